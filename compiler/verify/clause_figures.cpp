#include "compiler/verify/clause_figures.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/source/overloaded.hpp"
#include "compiler/verify/figures.hpp"
#include "compiler/verify/number_words.hpp"
#include "compiler/verify/printed_text.hpp"
#include "compiler/verify/unit_words.hpp"

#include <utility>

namespace pol::verifying {
namespace {

void add(Written& written, Figure figure, std::string shown, const Span& span) {
    figure.shown = std::move(shown);
    figure.span = span;
    written.figures.push_back(std::move(figure));
}

void add_name(Written& written, const ast::Name& name) {
    written.names.push_back(name.text);
    written.words += " ";
    for (const char sign : name.text) written.words += sign == '_' || sign == '.' ? ' ' : sign;
}

void write_quantity(Written& written, const ast::Quantity& quantity) {
    write_decimal(written, quantity.amount, quantity.unit ? quantity.unit->text : std::string(), quantity.span);
}

/// Rounding to 1 of something is what documents call whole.
void write_step(Written& written, const ast::Quantity& step) {
    write_quantity(written, step);
    if (written.figures.back().number == "1") written.figures.back().is_needed = false;
}

void write_date(Written& written, const ast::Date& date) {
    add(written, date_figure(date.year, date.month, date.day), ast::written(date), date.span);
}

void write_relation(Written& written, const ast::DayRelation& relation) {
    if (relation.distance) write_quantity(written, *relation.distance);
    write_day(written, relation.anchor);
}

void write_entries(Written& written, const ast::Entries& entries) {
    add_name(written, entries.list);
    for (const ast::Condition& where : entries.where) write_condition(written, where);
}

void write_all(Written& written, const std::vector<ast::Expression>& operands) {
    for (const ast::Expression& operand : operands) write_expression(written, operand);
}

void write_all(Written& written, const std::vector<ast::Condition>& parts) {
    for (const ast::Condition& part : parts) write_condition(written, part);
}

void write_fact_test(Written& written, const ast::FactTest& test) {
    add_name(written, test.fact);
    for (const ast::Name& value : test.values) write_value(written, value);
    if (test.measured) write_relation(written, *test.measured);
}

void write_count_test(Written& written, const ast::CountTest& test) {
    if (test.count) write_number(written, *test.count);
    write_entries(written, test.entries);
}

}  // namespace

void write_text(Written& written, const ast::Text& text) {
    const PrintedText plain = plain_signs(text.text, text.span.file, text.span.begin + 1);
    for (Figure& figure : figures_of(plain)) {
        // What a document may say in passing, `two of these`, an author's few words say for a reason.
        const bool is_times = times_in_words(figure.shown).has_value();
        const bool says_how_many = figure.kind == FigureKind::count && !figure.counts_off && !is_times;
        if (says_how_many && figure.number != "0" && figure.number != "1") figure.is_needed = true;
        written.figures.push_back(std::move(figure));
    }
    written.words += " " + lower_case(plain.text);
}

void write_duration(Written& written, const ast::Duration& duration) {
    const std::string shown = ast::written(duration);
    Figure figure =
        amount_figure(std::to_string(duration.amount.value), unit_in_words(shown.substr(shown.find(' ') + 1)));
    figure.is_needed = duration.amount.value != 0;
    add(written, std::move(figure), shown, duration.span);
}

void write_decimal(Written& written, const ast::Decimal& amount, const std::string& unit, const Span& span) {
    const std::string number = ast::written(amount);
    const std::string known = unit_in_words(unit);
    Figure figure = known.empty() ? count_figure(number) : amount_figure(number, known);
    figure.is_needed = figure.number != "0" && (figure.kind == FigureKind::amount || figure.number != "1");
    add(written, std::move(figure), number + (unit.empty() ? "" : unit == "%" ? unit : " " + unit), span);
}

void write_number(Written& written, const ast::Number& number) {
    Figure figure = count_figure(std::to_string(number.value));
    figure.is_needed = number.value > 1;
    add(written, std::move(figure), std::to_string(number.value), number.span);
}

void write_document(Written& written, const ast::DocumentReference& document) {
    write_text(written, document.number);
    if (!document.address) return;
    Figure address = address_figure(document.address->text);
    address.is_needed = true;
    add(written, std::move(address), document.address->text, document.address->span);
}

void write_value(Written& written, const ast::Name& value) {
    const char first = value.text.empty() ? 'a' : value.text.front();
    if (!is_upper(first) && !is_digit(first)) return add_name(written, value);
    const std::size_t to = value.text.find(" to ");
    Figure figure = code_figure(value.text.substr(0, to));
    const bool pattern = value.text.ends_with('*');
    if (pattern || to != std::string::npos) {
        figure.kind = FigureKind::codes;
        figure.other = pattern ? figure.key : code_figure(value.text.substr(to + 4)).key;
    }
    add(written, std::move(figure), value.text, value.span);
}

void write_day(Written& written, const ast::DayOperand& day) {
    std::visit(overloaded{
                   [&](const ast::Name& name) { add_name(written, name); },
                   [&](const ast::Date& date) { write_date(written, date); },
                   [&](const ast::YearlyDay& yearly) {
                       add(written,
                           day_of_year_figure(ast::month_number(yearly.month.text), static_cast<int>(yearly.day.value)),
                           std::to_string(yearly.day.value) + " " + yearly.month.text,
                           join(yearly.day.span, yearly.month.span));
                   },
                   [&](const ast::MovedDay& moved) { write_quantity(written, moved.distance); },
                   [](const ast::ExtremeDay&) {},
                   [&](const ast::ChosenEntry& chosen) { write_entries(written, chosen.entries); },
               },
               day.form);
    for (const ast::DayOperand& operand : ast::operands_of(day)) write_day(written, operand);
}

void write_expression(Written& written, const ast::Expression& expression) {
    std::visit(overloaded{
                   [&](const ast::Quantity& quantity) { write_quantity(written, quantity); },
                   [&](const ast::NamedValue& value) { add_name(written, value.name); },
                   [&](const ast::MeasuredValue& value) {
                       add_name(written, value.fact);
                       write_relation(written, value.when);
                   },
                   [&](const ast::Arithmetic& arithmetic) { write_all(written, arithmetic.operands); },
                   [&](const ast::Extreme& extreme) { write_all(written, extreme.operands); },
                   [&](const ast::RoundedValue& rounded) {
                       write_all(written, rounded.operand);
                       write_step(written, rounded.step);
                   },
                   [&](const ast::Elapsed& elapsed) {
                       write_day(written, elapsed.from);
                       write_day(written, elapsed.to);
                   },
                   [&](const ast::Aggregate& aggregate) { write_entries(written, aggregate.entries); },
                   [&](const ast::ChosenEntry& chosen) { write_entries(written, chosen.entries); },
                   [&](const ast::Parenthesized& parenthesized) { write_all(written, parenthesized.operand); },
                   [&](const ast::DayOperand& day) { write_day(written, day); },
               },
               expression.form);
}

void write_condition(Written& written, const ast::Condition& condition) {
    std::visit(overloaded{
                   [&](const ast::FactTest& test) { write_fact_test(written, test); },
                   [&](const ast::AgeTest& test) {
                       write_day(written, test.at);
                       write_duration(written, test.amount);
                   },
                   [&](const ast::QuantityTest& test) {
                       write_expression(written, test.left);
                       write_expression(written, test.right);
                   },
                   [&](const ast::DayTest& test) {
                       add_name(written, test.day);
                       write_relation(written, test.relation);
                   },
                   [&](const ast::CountTest& test) { write_count_test(written, test); },
                   [&](const ast::ConditionGroup& group) {
                       if (group.count) write_number(written, *group.count);
                       write_all(written, group.members);
                   },
                   [&](const ast::Unless& unless) { write_all(written, unless.parts); },
                   [&](const ast::IfThen& if_then) { write_all(written, if_then.parts); },
                   [&](const ast::Supported& supported) { write_all(written, supported.inner); },
               },
               condition.form);
}

void write_define(Written& written, const ast::Define& define) {
    if (define.phrase) write_text(written, *define.phrase);
    if (const auto* condition = std::get_if<ast::Condition>(&define.body)) write_condition(written, *condition);
    if (const auto* value = std::get_if<ast::Expression>(&define.body)) write_expression(written, *value);
    if (const std::vector<ast::DefinedCase>* cases = ast::cases_of(define))
        for (const ast::DefinedCase& one : *cases) {
            write_expression(written, one.value);
            if (one.when) write_condition(written, *one.when);
        }
}

}  // namespace pol::verifying
