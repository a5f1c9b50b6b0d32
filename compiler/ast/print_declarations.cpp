#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "pol/words.hpp"

#include <string_view>

namespace pol::ast {
namespace {

constexpr std::size_t attribute_gap = 3;

void print_not_in_document(Writer& writer, const std::optional<Text>& source) {
    if (source) writer.words("not in document").words(*source);
}

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

void print_plan(Printer& printer, const Plan& plan) {
    Writer& writer = printer.writer;
    writer.at(plan.span).words("plan").words(plan.name).words(plan.title).end_line();
    writer.indent(2);
    print_in_order(parts_of(printer, plan));
    writer.close(plan.span);
    writer.end_line();
}

}  // namespace pol::ast
