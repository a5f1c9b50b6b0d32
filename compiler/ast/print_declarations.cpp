#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/source/characters.hpp"
#include "compiler/source/overloaded.hpp"
#include "pol/words.hpp"

#include <algorithm>
#include <string>

namespace pol::ast {
namespace {

constexpr std::size_t attribute_gap = 3;
/// A question stands beside the type of its fact up to this many columns, and up to these with the type.
constexpr std::size_t widest_question = 75;
constexpr std::size_t widest_type_and_question = 88;

void print_not_in_document(Writer& writer, const std::optional<Text>& source) {
    if (source) writer.words("not in document").words(*source);
}

// ---- facts

void print_type(Writer& writer, const ChoiceType& choice) {
    writer.words(choice.ordered ? ": scale of" : ": one of");
    write_list(writer, choice.values, [&](const ValueDeclaration& value) {
        writer.words(value.name);
        if (value.text) writer.words(*value.text);
    });
}

void print_type(Writer& writer, const NumberType& number) {
    writer.words(number.measured ? ": measured" : ": number");
    if (number.unit) writer.words("in").words(*number.unit);
    if (number.between) writer.words("between").words(number.between->least).words("and").words(number.between->most);
}

void print_type(Writer& writer, const FactType& type) {
    std::visit(overloaded{[&](const YesNoType&) { writer.words(": yes/no"); },
                          [&](const ChoiceType& choice) { print_type(writer, choice); },
                          [&](const NumberType& number) { print_type(writer, number); },
                          [&](const DateType&) { writer.words(": date"); }},
               type);
}

/// A text behind a list would be that of its last value, and a long list leaves no room for it.
bool has_phrase_below(const FactDeclaration& fact) {
    const auto* choice = std::get_if<ChoiceType>(&fact.type);
    if (choice == nullptr || choice->values.empty() || !fact.phrase) return false;
    std::size_t width = display_width(fact.phrase->text);
    for (const ValueDeclaration& value : choice->values) {
        width += display_width(value.name.text) + (value.text ? display_width(value.text->text) : 0);
    }
    return !choice->values.back().text || width > widest_question;
}

/// A short question stands beside a type that has no texts of its own, `type_width` columns wide.
bool asks_beside_type(const FactDeclaration& fact, std::size_t type_width) {
    if (!fact.ask || fact.phrase) return false;
    const auto* choice = std::get_if<ChoiceType>(&fact.type);
    const bool has_texts =
        choice != nullptr && std::any_of(choice->values.begin(), choice->values.end(),
                                         [](const ValueDeclaration& value) { return value.text.has_value(); });
    const std::size_t width = display_width(fact.ask->text);
    return !has_texts && width <= widest_question && type_width + width <= widest_type_and_question;
}

/// Begins a line below a fact's first, its words in line with the type.
Writer& begin_below(Writer& writer, ColumnGroup group) {
    writer.end_line();
    return writer.in(group).column().glued(" ");
}

void print_code(Writer& writer, const CodeAttribute& code) {
    writer.words(code.system).words(code.code).words("for").words(code.value);
    if (!code.not_in_document) return;
    print_not_in_document(writer.column(attribute_gap), code.not_in_document);
}

void print_attributes(Writer& writer, const FactDeclaration& fact, bool asked, ColumnGroup group) {
    if (fact.not_in_document) print_not_in_document(begin_below(writer, group), fact.not_in_document);
    if (fact.ask && !asked) begin_below(writer, group).words("ask").words(*fact.ask);
    if (!fact.implies.empty()) write_list(begin_below(writer, group).words("implies"), fact.implies);
    for (const CodeAttribute& code : fact.codes) print_code(begin_below(writer, group), code);
}

void print_fact(Writer& writer, const FactDeclaration& fact, ColumnGroup group) {
    writer.in(group).at(fact.span).words(fact.name).column();
    print_type(writer, fact.type);
    if (fact.phrase && has_phrase_below(fact))
        begin_below(writer, group).words(*fact.phrase);
    else if (fact.phrase)
        writer.glued(" ").words(*fact.phrase);
    if (fact.not_before) writer.glued(" ").words("not before").words(*fact.not_before);
    const bool asks_beside = asks_beside_type(fact, display_width(writer.cell()));
    if (asks_beside) writer.glued(" ").words("ask").words(*fact.ask);
    print_attributes(writer, fact, asks_beside, group);
    writer.end_line();
}

// ---- plan

void print_line_of_business(Writer& writer, const LineOfBusiness& line, ColumnGroup group) {
    writer.in(group).at(line.span).words(line.name).column().words(line.text);
    if (line.members_under) writer.column(attribute_gap).words("members under").words(*line.members_under);
    if (line.not_in_document) print_not_in_document(writer.column(attribute_gap), line.not_in_document);
    writer.end_line();
}

void print_lines_of_business(Writer& writer, const Plan& plan) {
    writer.at(plan.lines_span).words("lines of business").open();
    const ColumnGroup group = writer.new_group();
    for (const LineOfBusiness& line : plan.lines) print_line_of_business(writer, line, group);
    writer.close(plan.lines_span);
    writer.end_line();
}

void print_names(Writer& writer, std::string_view word, const std::vector<Name>& names, const Span& span,
                 ColumnGroup group) {
    write_list(writer.in(group).at(span).words(word).column(), names);
    writer.end_line();
}

void print_calendar_line(Writer& writer, std::string_view word, std::string_view rule, const Span& span,
                         ColumnGroup group) {
    writer.in(group).at(span).words(word).column().words(rule);
    writer.end_line();
}

void print_calendar(Writer& writer, const CalendarBlock& calendar) {
    writer.at(calendar.span).words("calendar").open();
    const ColumnGroup group = writer.new_group();
    if (calendar.short_months)
        print_calendar_line(writer, "short months", short_months_words(*calendar.short_months),
                            calendar.short_months_span, group);
    if (calendar.leap_birthday)
        print_calendar_line(writer, "leap birthday", leap_birthday_words(*calendar.leap_birthday),
                            calendar.leap_birthday_span, group);
    writer.close(calendar.span);
    writer.end_line();
}

void print_evidence_rule(Writer& writer, const Plan& plan) {
    writer.at(plan.evidence_span).words("evidence is").words(words_of(plan.evidence->minimum));
    writer.end_line();
}

std::vector<Part> parts_of(Printer& printer, const Plan& plan) {
    Writer& writer = printer.writer;
    const ColumnGroup names = writer.new_group();
    std::vector<Part> parts;
    if (!plan.lines.empty()) parts.push_back({plan.lines_span.begin, [&] { print_lines_of_business(writer, plan); }});
    if (!plan.benefits.empty())
        parts.push_back({plan.benefits_span.begin, [&writer, &plan, names] {
                             print_names(writer, "benefits", plan.benefits, plan.benefits_span, names);
                         }});
    if (!plan.requests.empty())
        parts.push_back({plan.requests_span.begin, [&writer, &plan, names] {
                             print_names(writer, "requests", plan.requests, plan.requests_span, names);
                         }});
    for (const DayOrder& order : plan.day_orders)
        parts.push_back({order.span.begin, [&writer, &order] {
                             writer.at(order.span).words(order.day).words("not before").words(order.not_before);
                             writer.end_line();
                         }});
    if (plan.calendar) parts.push_back({plan.calendar->span.begin, [&] { print_calendar(writer, *plan.calendar); }});
    if (plan.evidence) parts.push_back({plan.evidence_span.begin, [&] { print_evidence_rule(writer, plan); }});
    for (const FactsBlock& facts : plan.facts)
        parts.push_back({facts.span.begin, [&printer, &facts] { print_facts(printer, facts); }});
    return parts;
}

}  // namespace

void print_facts(Printer& printer, const FactsBlock& facts) {
    Writer& writer = printer.writer;
    writer.at(facts.span).words("facts");
    if (facts.name) writer.words(*facts.name);
    writer.words("from").words(facts.source).open();
    const ColumnGroup group = writer.new_group();
    for (const FactDeclaration& fact : facts.facts) print_fact(writer, fact, group);
    writer.close(facts.span);
    writer.end_line();
}

void print_plan(Printer& printer, const Plan& plan) {
    Writer& writer = printer.writer;
    writer.at(plan.span).words("plan").words(plan.name).words(plan.title).end_line();
    writer.indent(2);
    print_in_order(parts_of(printer, plan));
    writer.close(plan.span);
    writer.end_line();
}

}  // namespace pol::ast
