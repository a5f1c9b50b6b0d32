#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/source/overloaded.hpp"
#include "pol/words.hpp"

#include <cstddef>

namespace pol::ast {
namespace {

void print_assignment(Writer& writer, const Assignment& assignment);

/// One entry: its parentheses stand at its first and last word, without blanks.
void print_entry(Writer& writer, const Assignment::Entry& entry) {
    writer.at(entry.span).words("(").join();
    write_list(writer, entry.fields, [&](const Assignment& field) { print_assignment(writer, field); });
    writer.glued(")");
}

void print_what(Writer& writer, const Assignment& assignment) {
    writer.words(assignment.fact);
    if (assignment.place)
        writer.glued("." + std::to_string(assignment.place->entry.value) + "." + assignment.place->field.text);
}

void print_assignment(Writer& writer, const Assignment& assignment) {
    print_what(writer.at(assignment.span), assignment);
    std::visit(
        overloaded{[&](const Name& value) { writer.words(value); }, [&](const Date& date) { writer.words(date); },
                   [&](const Quantity& quantity) { writer.words(quantity); },
                   [&](const Assignment::Measured& measured) {
                       std::visit([&](const auto& value) { writer.words(value); }, measured.value);
                       writer.words("on").words(measured.on);
                   },
                   [&](const std::vector<Assignment::Entry>& entries) {
                       write_list(writer, entries, [&](const Assignment::Entry& entry) { print_entry(writer, entry); });
                   },
                   [&](const Assignment::NotGiven&) { writer.words("not given"); },
                   [&](const Assignment::NotKnowable&) { writer.words("not knowable"); }},
        assignment.value);
    if (assignment.evidence) writer.words(words_of(*assignment.evidence));
}

void print_possible(Writer& writer, const PossibleOutcome& possible) {
    print_outcome(writer, possible.outcome);
    if (possible.open) writer.words("open");
}

void print_question(Writer& writer, const ExpectedQuestion& question) {
    if (question.kind) writer.words(words_of(*question.kind));
    writer.words(question.fact);
}

std::string_view topic_word(ClauseTopic topic) {
    switch (topic) {
        case ClauseTopic::met:
            return "met";
        case ClauseTopic::failing:
            return "failing";
        case ClauseTopic::by:
            return "by";
    }
    return {};
}

void print_expectation(Writer& writer, const Expectation& expectation) {
    writer.at(expectation.span);
    std::visit(
        overloaded{
            [&](const ExpectPeriod& period) {
                writer.words("from").words(period.from).words("through").words(period.through);
            },
            [&](const ExpectDoses& doses) { writer.words("doses").words(doses.count); },
            [&](const ExpectUnits& units) { writer.words("units").words(units.amount).words(units.unit); },
            [&](const ExpectQuantity& quantity) {
                writer.words("quantity").words(quantity.what).words(quantity.amount);
            },
            [&](const ExpectClauses& clauses) { write_list(writer.words(topic_word(clauses.topic)), clauses.clauses); },
            [&](const ExpectNoText&) { writer.words("no text on file"); },
            [&](const ExpectPossible& possible) {
                writer.words("possible");
                write_list(writer, possible.outcomes, [&](const auto& one) { print_possible(writer, one); });
            },
            [&](const ExpectAllDenials&) { writer.words("every outcome is a denial"); },
            [&](const ExpectAsk& ask) {
                writer.words("ask");
                write_list(writer, ask.questions, [&](const auto& one) { print_question(writer, one); });
            }},
        expectation.form);
}

/// Assignments or expectations: those that the source has in one list stay together, each list on its line.
template <class Member, class PrintOne>
void print_lists(Printer& printer, const std::vector<Member>& members, PrintOne&& print_one) {
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0 && printer.in_one_list(members[i - 1].span, members[i].span))
            printer.writer.glued(",").soft();
        else
            printer.writer.end_line();
        print_one(printer.writer, members[i]);
    }
    printer.writer.end_line();
}

void print_evidence(Writer& writer, const Scenario& scenario) {
    if (!scenario.evidence) return;
    writer.at(scenario.evidence_span).words("evidence").words(words_of(*scenario.evidence));
    writer.end_line();
}

bool has_exceptions(const Printer& printer, const Text& like) {
    const std::string_view after = printer.source.text().substr(like.span.end);
    const std::size_t next = after.find_first_not_of(" \t");
    return next != std::string_view::npos && after.substr(next).starts_with("except");
}

/// `like "…"`, with the assignments of its list after `except`. Returns how many these are.
std::size_t print_like(Printer& printer, const Scenario& scenario) {
    Writer& writer = printer.writer;
    const std::vector<Assignment>& assignments = scenario.assignments;
    writer.words("like").words(*scenario.like);
    if (assignments.empty() || !has_exceptions(printer, *scenario.like)) return 0;
    print_assignment(writer.words("except"), assignments.front());
    std::size_t next = 1;
    for (; next < assignments.size() && printer.in_one_list(assignments[next - 1].span, assignments[next].span); ++next)
        print_assignment(writer.glued(",").soft(), assignments[next]);
    return next;
}

void print_request(Printer& printer, const Scenario& scenario) {
    const std::size_t printed = scenario.like ? print_like(printer, scenario) : 0;
    printer.writer.end_line();
    print_evidence(printer.writer, scenario);
    const auto rest = scenario.assignments.begin() + static_cast<std::ptrdiff_t>(printed);
    print_lists(printer, std::vector<Assignment>(rest, scenario.assignments.end()), print_assignment);
}

}  // namespace

void print_scenario(Printer& printer, const Scenario& scenario) {
    Writer& writer = printer.writer;
    writer.at(scenario.span).words("scenario").words(scenario.name).open();
    print_request(printer, scenario);
    print_outcome(writer.words("expect"), scenario.expected);
    writer.end_line();
    writer.indent(2);
    print_lists(printer, scenario.expectations, print_expectation);
    writer.outdent(2);
    writer.close(scenario.span);
    writer.end_line();
}

void print_never_check(Printer& printer, const NeverCheck& check) {
    Writer& writer = printer.writer;
    print_outcome(writer.at(check.span).words("check never"), check.outcome);
    writer.words("when");
    print_condition(writer, check.condition);
    writer.end_line();
}

void print_accepted(Writer& writer, const AcceptedFinding& accepted) {
    writer.at(accepted.span).words("accepted").words(accepted.finding).words("at").words(accepted.item);
    writer.words("because").words(accepted.reason);
    writer.end_line();
}

}  // namespace pol::ast
