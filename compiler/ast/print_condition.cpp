#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/source/overloaded.hpp"
#include "pol/words.hpp"

namespace pol::ast {
namespace {

void print_infix(Writer& writer, const ConditionGroup& group) {
    const std::string_view connective = group.quantifier == Quantifier::any_of ? "or" : "and";
    for (const Condition& member : group.members) {
        if (&member != &group.members.front()) writer.words(connective).soft();
        const auto* inner = std::get_if<ConditionGroup>(&member.form);
        const bool is_grouped = (inner != nullptr && inner->infix) || std::holds_alternative<CountTest>(member.form);
        if (is_grouped) writer.words("(").join();
        print_condition(writer, member);
        if (is_grouped) writer.glued(")");
    }
}

void print_count(Writer& writer, const CountTest& test) {
    writer.words(count_words(test.comparison));
    if (test.count) writer.words(*test.count);
    if (test.different) writer.words("different").words(*test.different).words("of");
    print_entries(writer, test.entries);
}

}  // namespace

void print_entries(Writer& writer, const Entries& entries) {
    writer.words(entries.list);
    print_body(writer, entries);
}

void print_body(Writer& writer, const Entries& entries) {
    if (!entries.where.empty()) print_condition(writer.words("where"), entries.where.front());
}

void print_group_opening(Writer& writer, const ConditionGroup& group) {
    writer.words(quantifier_words(group.quantifier, group.count));
}

void print_group_members(Writer& writer, const ConditionGroup& group, const Span& span) {
    writer.open();
    for (const Condition& member : group.members) {
        print_condition(writer, member);
        writer.end_line();
    }
    writer.close(span);
}

void print_condition(Writer& writer, const Condition& condition) {
    writer.at(condition.span);
    std::visit(
        overloaded{[&](const FactTest& test) {
                       writer.words(test.fact);
                       if (test.measured) print_day_relation(writer.words("measured"), *test.measured);
                       writer.words(comparison_words(test.comparison));
                       write_list(writer, test.values);
                   },
                   [&](const AgeTest& test) {
                       print_day(writer.words("age at"), test.at);
                       writer.words(comparison_words(test.comparison)).words(test.amount);
                   },
                   [&](const QuantityTest& test) {
                       print_expression(writer, test.left);
                       writer.words(comparison_words(test.comparison));
                       print_expression(writer, test.right);
                   },
                   [&](const DayTest& test) { print_day_relation(writer.words(test.day).words("is"), test.relation); },
                   [&](const CountTest& test) { print_count(writer, test); },
                   [&](const ConditionGroup& group) {
                       if (group.infix) return print_infix(writer, group);
                       print_group_opening(writer, group);
                       print_group_members(writer, group, condition.span);
                   },
                   [&](const Unless& unless) {
                       print_condition(writer, unless.parts.front());
                       writer.words("unless");
                       print_condition(writer, unless.parts.back());
                   },
                   [&](const IfThen& implication) {
                       print_condition(writer.words("if"), implication.parts.front());
                       print_condition(writer.words("then"), implication.parts.back());
                   },
                   [&](const Supported& supported) {
                       writer.words(words_of(supported.least));
                       print_condition(writer, supported.inner.front());
                   }},
        condition.form);
}

}  // namespace pol::ast
