#include "compiler/check/values.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/check/chosen_entries.hpp"
#include "compiler/check/days.hpp"
#include "compiler/check/entries.hpp"
#include "compiler/check/literals.hpp"
#include "compiler/check/meanings.hpp"
#include "compiler/check/value_words.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

const ast::Quantity* quantity_of(const ast::Expression* expression) {
    return expression == nullptr ? nullptr : std::get_if<ast::Quantity>(&inside(*expression).form);
}

/// `100 mg` of `dose / 100 mg`, where it may be the content of what is counted: `100 mg/vial`.
const ast::Quantity* divisor_of(const ast::Expression* expression) {
    if (expression == nullptr) return nullptr;
    const auto* arithmetic = std::get_if<ast::Arithmetic>(&inside(*expression).form);
    if (arithmetic == nullptr || arithmetic->operation != ast::Operation::divided_by) return nullptr;
    const ast::Quantity* divisor = quantity_of(&arithmetic->operands.back());
    const bool has_plain_unit =
        divisor != nullptr && divisor->unit && divisor->unit->text.find('/') == std::string::npos;
    return has_plain_unit ? divisor : nullptr;
}

/// Without its unit a time would count something else: `days from …` is no number of months.
std::string hint_for_counted(const ast::Quantity& quantity, const Values::Side& other, ast::TimeUnit counts) {
    const std::string counted{ast::time_unit_words(counts)};
    std::string unit = quantity.unit->text;
    if (!unit.ends_with('s')) unit += 's';
    if (unit == counted) return fmt::format("leave `{}` out", quantity.unit->text);
    const std::string number = fmt::format("{} counts {}: write the number of {}", other.words, counted, counted);
    const std::optional<Measure> measure = measure_of(quantity.unit);
    return measure && is_time(*measure) ? fmt::format("{}, or count `{} from … to …`", number, unit) : number;
}

/// What to do about a quantity that does not fit the other value; empty where that is not the quantity's fault.
std::string hint_for(const ast::Quantity& quantity, const Values::Side& other) {
    if (!quantity.unit) return "write its unit";
    if (other.values != nullptr)
        if (const auto counts = other.values->counted_time(*other.written))
            return hint_for_counted(quantity, other, *counts);
    if (const ast::Quantity* divisor = divisor_of(other.written); divisor != nullptr && other.measure.written.empty())
        return fmt::format("leave `{}` out, or divide by what one of it holds, as in `{}/{}`", quantity.unit->text,
                           ast::written(*divisor), quantity.unit->text);
    const bool is_number = other.written != nullptr && quantity_of(other.written) != nullptr;
    if (other.measure.written.empty() && !is_number) {
        const bool has_name =
            other.written == nullptr || std::holds_alternative<ast::NamedValue>(inside(*other.written).form);
        return has_name ? fmt::format("leave `{}` out, or give {} a unit", quantity.unit->text, other.words)
                        : fmt::format("leave `{}` out", quantity.unit->text);
    }
    const std::string meant = units::meant_by(quantity.unit->text);
    return meant.empty() ? meant : fmt::format("did you mean `{}`?", meant);
}

/// How to make two values fit, by what one of them is written as.
std::string hint_for(const Values::Side& left, const Values::Side& right) {
    std::string hint;
    if (const ast::Quantity* quantity = quantity_of(right.written))
        hint = hint_for(*quantity, left);
    else if (const ast::Quantity* first = quantity_of(left.written))
        hint = hint_for(*first, right);
    if (!hint.empty()) return hint;
    if (is_time(left.measure) && is_time(right.measure)) return "days and weeks do not convert to months and years";
    return "only amounts of one kind can be compared or added";
}

const ast::Quantity* zero_of(const ast::Expression& expression) {
    const ast::Quantity* quantity = quantity_of(&expression);
    return quantity != nullptr && quantity->amount.digits == 0 ? quantity : nullptr;
}

}  // namespace

void Values::check_fit(const Side& left, const Side& right, Span span, Sink& sink) {
    if (fit_together(left.measure, right.measure)) return;
    const bool is_plain = quantity_of(right.written) != nullptr && !left.measure.written.empty();
    const std::string what =
        is_plain && !right.measure.written.empty() ? std::string("is not") : measure_words(right.measure);
    sink.add(FindingCode::different_units, span,
             fmt::format("{} {}, {} {}", left.words, measure_words(left.measure), right.words, what),
             hint_for(left, right));
}

std::optional<ast::TimeUnit> Values::counted_time(const ast::Expression& expression) const {
    const ast::Expression& value = inside(expression);
    if (const auto* elapsed = std::get_if<ast::Elapsed>(&value.form)) return elapsed->unit;
    if (const auto* named = std::get_if<ast::NamedValue>(&value.form)) return counted_time(named->name);
    if (const auto* extreme = std::get_if<ast::Extreme>(&value.form)) return counted_time(extreme->operands);
    if (const auto* rounded = std::get_if<ast::RoundedValue>(&value.form)) return counted_time(rounded->operand);
    const auto* sum = std::get_if<ast::Arithmetic>(&value.form);
    const bool adds =
        sum != nullptr && (sum->operation == ast::Operation::plus || sum->operation == ast::Operation::minus);
    return adds ? counted_time(sum->operands) : std::nullopt;
}

std::optional<ast::TimeUnit> Values::counted_time(const std::vector<ast::Expression>& operands) const {
    for (const ast::Expression& operand : operands)
        if (const std::optional<ast::TimeUnit> counted = counted_time(operand)) return counted;
    return std::nullopt;
}

std::optional<ast::TimeUnit> Values::counted_time(const ast::Name& name) const {
    Sink reported_with_its_measure;
    const ast::Define* term = meaning_of(context_, name, reported_with_its_measure).term;
    if (term == nullptr) return std::nullopt;
    if (const auto* value = std::get_if<ast::Expression>(&term->body)) return counted_time(*value);
    const auto* cases = ast::cases_of(*term);
    return cases == nullptr || cases->empty() ? std::nullopt : counted_time(cases->front().value);
}

std::optional<Measure> Values::measure(const ast::Expression& expression, Sink& sink) {
    return std::visit([&](const auto& written) { return form(written, sink); }, expression.form);
}

std::optional<Measure> Values::measure(const ast::Name& name, Sink& sink) {
    const Meaning meaning = meaning_of(context_, name, sink);
    if (meaning.fact == nullptr && meaning.term == nullptr) return std::nullopt;
    if (meaning.fact != nullptr && is_number(meaning.fact->kind)) return measure_of(number_type(*meaning.fact).unit);
    if (meaning.term != nullptr && is_of_two_kinds(*meaning.term)) {
        sink.add(FindingCode::different_units, name.span,
                 fmt::format("`{}` is months in some cases and days in others", name.text),
                 "only `approve` takes such a time, by its name alone; for anything else keep to one of the two");
        return std::nullopt;
    }
    if (const KnownFact* choice = meaning.term == nullptr ? nullptr : context_.symbols.choice(*meaning.term)) {
        sink.add(FindingCode::not_a_number, name.span,
                 fmt::format("`{}` {}, not a number", name.text, kind_words(choice->kind)),
                 fmt::format("compare it with a value of `{}`", choice->name));
        return std::nullopt;
    }
    const bool is_defined_day = meaning.term != nullptr && meaning.is_day;
    if (meaning.term != nullptr && !is_defined_day && !is_condition(*meaning.term)) return measure(*meaning.term);
    sink.add(FindingCode::not_a_number, name.span, fmt::format("`{}` {}, not a number", name.text, kind_words(meaning)),
             is_defined_day ? fmt::format("count the days to another one, as in `days from {} to …`", name.text)
             : meaning.fact != nullptr && meaning.fact->kind == FactKind::yes_no
                 ? fmt::format("compare it with a value, as in `{} is yes`", name.text)
             : meaning.fact != nullptr && meaning.fact->kind == FactKind::one_of && !meaning.fact->values.empty()
                 ? fmt::format("compare it with a value, as in `{} is {}`", name.text, meaning.fact->values.front())
             : meaning.fact != nullptr && meaning.fact->kind == FactKind::list
                 ? fmt::format("count its entries, as in `number of {} where …`", name.text)
                 : "values are numbers, measurements and definitions with `=`");
    return std::nullopt;
}

std::optional<Measure> Values::measure(const ast::Define& term) {
    const auto [known, is_new] = terms_.emplace(&term, std::nullopt);
    if (!is_new) return known->second;
    Sink reported_at_its_definition;
    std::optional<Measure> found;
    if (const auto* value = std::get_if<ast::Expression>(&term.body))
        found = measure(*value, reported_at_its_definition);
    if (const auto* cases = ast::cases_of(term); cases != nullptr && !cases->empty())
        found = measure(cases->front().value, reported_at_its_definition);
    terms_[&term] = found;
    return found;
}

bool Values::is_of_two_kinds(const ast::Define& term) {
    const auto* cases = std::get_if<std::vector<ast::DefinedCase>>(&term.body);
    if (cases == nullptr) return false;
    Sink reported_at_its_definition;
    bool in_days = false;
    bool in_months = false;
    for (const ast::DefinedCase& one : *cases) {
        const std::optional<Measure> found = measure(one.value, reported_at_its_definition);
        in_days = in_days || (found && found->dimension == units::days());
        in_months = in_months || (found && found->dimension == units::months());
    }
    return in_days && in_months;
}

std::optional<Measure> Values::form(const ast::Quantity& quantity, Sink& sink) {
    return check_quantity(quantity, sink);
}

std::optional<Measure> Values::form(const ast::NamedValue& value, Sink& sink) { return measure(value.name, sink); }

std::optional<Measure> Values::form(const ast::MeasuredValue& value, Sink& sink) {
    check_relation(context_, value.when, sink);
    const Meaning meaning = meaning_of(context_, value.fact, sink);
    if (meaning.fact == nullptr && meaning.term == nullptr) return std::nullopt;
    if (meaning.fact != nullptr && meaning.fact->kind == FactKind::measurement)
        return measure_of(number_type(*meaning.fact).unit);
    if (meaning.fact != nullptr && is_measured(*meaning.fact)) {
        sink.add(FindingCode::not_a_number, value.fact.span,
                 fmt::format("`{}` {}, not a number", value.fact.text, kind_words(meaning)),
                 "compare it with one of its values");
        return std::nullopt;
    }
    const bool is_number = meaning.fact != nullptr && meaning.fact->kind == FactKind::number;
    sink.add(FindingCode::not_measured, value.fact.span,
             fmt::format("`{}` {} without a day", value.fact.text, kind_words(meaning)),
             is_number ? "leave `measured …` out, or declare it with `measured in` instead of `number in`"
                       : "only a fact declared with `measured` has the day on which it was taken");
    return std::nullopt;
}

/// Two values that are added or of which one is chosen: of one kind, and that is theirs.
std::optional<Measure> Values::same_kind(const std::vector<ast::Expression>& operands, Sink& sink) {
    const std::optional<Measure> left = measure(operands.front(), sink);
    const std::optional<Measure> right = measure(operands.back(), sink);
    if (!left || !right) return std::nullopt;
    check_fit({*left, words_of(operands.front()), &operands.front(), this},
              {*right, words_of(operands.back()), &operands.back(), this}, operands.back().span, sink);
    return fit_together(*left, *right) ? left : std::nullopt;
}

std::optional<Measure> Values::form(const ast::Arithmetic& arithmetic, Sink& sink) {
    const std::vector<ast::Expression>& operands = arithmetic.operands;
    if (arithmetic.operation == ast::Operation::plus || arithmetic.operation == ast::Operation::minus)
        return same_kind(operands, sink);
    const std::optional<Measure> left = measure(operands.front(), sink);
    const std::optional<Measure> right = measure(operands.back(), sink);
    const bool is_division = arithmetic.operation == ast::Operation::divided_by;
    if (is_division && zero_of(operands.back()) != nullptr)
        sink.add(FindingCode::division_by_zero, operands.back().span, "nothing can be divided by 0",
                 "a request for which a divisor comes to 0 leaves the value unknown");
    if (!left || !right) return std::nullopt;
    return is_division ? *left / *right : *left * *right;
}

std::optional<Measure> Values::form(const ast::Extreme& extreme, Sink& sink) {
    return same_kind(extreme.operands, sink);
}

std::optional<Measure> Values::form(const ast::RoundedValue& rounded, Sink& sink) {
    const ast::Expression& operand = rounded.operand.front();
    const std::optional<Measure> value = measure(operand, sink);
    const std::optional<Measure> step = check_quantity(rounded.step, sink);
    if (rounded.step.amount.digits == 0)
        sink.add(FindingCode::number_out_of_range, rounded.step.span, "nothing can be rounded to 0",
                 "write the step to round to, as in `rounded to 0.1 mL`");
    if (!value || !step) return std::nullopt;
    const ast::Expression written{rounded.step, rounded.step.span};
    check_fit({*value, words_of(operand), &operand, this},
              {*step, fmt::format("`{}`", ast::written(rounded.step)), &written}, rounded.step.span, sink);
    return value;
}

/// A count of days or completed weeks, months, years is a number.
std::optional<Measure> Values::form(const ast::Elapsed& elapsed, Sink& sink) {
    check_day(context_, elapsed.from, sink);
    check_day(context_, elapsed.to, sink);
    if (is_same_day(elapsed.from, elapsed.to))
        sink.add(FindingCode::compares_with_itself, elapsed.to.span, "nothing elapses from a day to itself",
                 "name the other day");
    return Measure{};
}

/// What it asks of the entries is checked with all conditions.
std::optional<Measure> Values::form(const ast::Aggregate& aggregate, Sink& sink) {
    const KnownFact* list = check_list(context_, aggregate.entries.list, sink);
    if (!aggregate.field) return Measure{};
    const KnownFact* field = list == nullptr ? nullptr : check_field(context_, *list, *aggregate.field, sink);
    if (field == nullptr) return std::nullopt;
    if (is_number(field->kind)) return measure_of(number_type(*field).unit);
    sink.add(FindingCode::not_a_number, aggregate.field->span,
             fmt::format("`{}` {}, not a number", field->name, kind_words(field->kind)),
             "sums, averages, least and greatest values are those of fields that are numbers");
    return std::nullopt;
}

std::optional<Measure> Values::form(const ast::ChosenEntry& chosen, Sink& sink) {
    const KnownFact* field = check_chosen(context_, chosen, sink);
    if (field == nullptr) return std::nullopt;
    if (is_number(field->kind)) return measure_of(number_type(*field).unit);
    sink.add(FindingCode::not_a_number, chosen.field.span,
             fmt::format("`{}` {}, not a number", field->name, kind_words(field->kind)),
             "make it a definition of its own, whose name is then compared with values");
    return std::nullopt;
}

/// One of the cases of a definition whose first is a number.
std::optional<Measure> Values::form(const ast::DayOperand& day, Sink& sink) {
    sink.add(FindingCode::not_a_number, day.span, fmt::format("{} is a day, not a number", words_of({day, day.span})),
             "the first case of this definition is a number, so all of them are");
    return std::nullopt;
}

std::optional<Measure> Values::form(const ast::Parenthesized& parenthesized, Sink& sink) {
    return measure(parenthesized.operand.front(), sink);
}

}  // namespace pol::checking
