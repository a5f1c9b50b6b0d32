#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/source/overloaded.hpp"

namespace pol::ast {
namespace {

void print_infix(Writer& writer, const ConditionGroup& group) {
    const std::string_view connective = group.quantifier == Quantifier::any_of ? "or" : "and";
    for (const Condition& member : group.members) {
        if (&member != &group.members.front()) writer.words(connective).soft();
        print_condition(writer, member);
    }
}

void print_group(Writer& writer, const ConditionGroup& group, const Span& span) {
    writer.words(quantifier_words(group.quantifier, group.count)).open();
    for (const Condition& member : group.members) {
        print_condition(writer, member);
        writer.end_line();
    }
    writer.close(span);
}

}  // namespace

void print_condition(Writer& writer, const Condition& condition) {
    writer.at(condition.span);
    std::visit(overloaded{[&](const FactTest& test) {
                              writer.words(test.fact).words(comparison_words(test.comparison));
                              write_list(writer, test.values);
                          },
                          [&](const AgeTest& test) {
                              writer.words("age at").words(test.at).words(comparison_words(test.comparison));
                              writer.words(test.amount);
                          },
                          [&](const ConditionGroup& group) {
                              if (group.infix)
                                  print_infix(writer, group);
                              else
                                  print_group(writer, group, condition.span);
                          },
                          [&](const Unless& unless) {
                              print_condition(writer, unless.parts.front());
                              writer.words("unless");
                              print_condition(writer, unless.parts.back());
                          },
                          [&](const Attested& attested) {
                              writer.words("attested");
                              print_condition(writer, attested.inner.front());
                          }},
               condition.form);
}

}  // namespace pol::ast
