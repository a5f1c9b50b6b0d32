#include "compiler/check/uses.hpp"

#include "compiler/ast/fields.hpp"
#include "compiler/check/conditions.hpp"

namespace pol::checking {
namespace {

ast::Name field_of(const ast::Entries& entries, const ast::Name& field) {
    return {ast::field_name(entries.list.text, field.text), field.span};
}

void visit_chosen(const ast::ChosenEntry& chosen, const VisitName& visit) {
    visit(chosen.entries.list);
    visit(field_of(chosen.entries, chosen.field));
    if (chosen.by) visit(field_of(chosen.entries, *chosen.by));
}

void visit_day(const ast::DayOperand& day, const VisitName& visit) {
    if (const auto* name = std::get_if<ast::Name>(&day.form)) visit(*name);
    if (const auto* chosen = std::get_if<ast::ChosenEntry>(&day.form)) visit_chosen(*chosen, visit);
    for (const ast::DayOperand& operand : ast::operands_of(day)) visit_day(operand, visit);
}

void visit_test(const Symbols& symbols, const ast::FactTest& test, const VisitName& visit) {
    visit(test.fact);
    if (test.measured) visit_day(test.measured->anchor, visit);
    if (!compares_numbers(symbols, test)) return;
    for (const ast::Name& value : test.values) visit(value);
}

void visit_all(const std::vector<ast::Expression>& operands, const VisitName& visit) {
    for (const ast::Expression& operand : operands) each_name(operand, visit);
}

}  // namespace

bool compares_numbers(const Symbols& symbols, const ast::FactTest& test) {
    if (const KnownFact* fact = symbols.fact(test.fact.text)) return is_number(fact->kind);
    const ast::Define* term = symbols.term(test.fact.text);
    return term != nullptr && !is_condition(*term) && !symbols.is_day(*term) && symbols.choice(*term) == nullptr;
}

void each_name(const ast::Expression& expression, const VisitName& visit) {
    std::visit(overloaded{
                   [](const ast::Quantity&) {},
                   [&](const ast::NamedValue& value) { visit(value.name); },
                   [&](const ast::MeasuredValue& value) {
                       visit(value.fact);
                       visit_day(value.when.anchor, visit);
                   },
                   [&](const ast::Arithmetic& arithmetic) { visit_all(arithmetic.operands, visit); },
                   [&](const ast::Extreme& extreme) { visit_all(extreme.operands, visit); },
                   [&](const ast::RoundedValue& rounded) { visit_all(rounded.operand, visit); },
                   [&](const ast::Elapsed& elapsed) {
                       visit_day(elapsed.from, visit);
                       visit_day(elapsed.to, visit);
                   },
                   [&](const ast::DayOperand& day) { visit_day(day, visit); },
                   [&](const ast::Aggregate& aggregate) {
                       visit(aggregate.entries.list);
                       if (aggregate.field) visit(field_of(aggregate.entries, *aggregate.field));
                   },
                   [&](const ast::ChosenEntry& chosen) { visit_chosen(chosen, visit); },
                   [&](const ast::Parenthesized& parenthesized) { visit_all(parenthesized.operand, visit); },
               },
               expression.form);
}

void each_name(const Symbols& symbols, const ast::Condition& condition, const VisitName& visit) {
    each_test(condition, overloaded{
                             [&](const ast::FactTest& test) { visit_test(symbols, test, visit); },
                             [&](const ast::AgeTest& test) { visit_day(test.at, visit); },
                             [&](const ast::QuantityTest& test) {
                                 each_name(test.left, visit);
                                 each_name(test.right, visit);
                             },
                             [&](const ast::DayTest& test) {
                                 visit(test.day);
                                 visit_day(test.relation.anchor, visit);
                             },
                             [&](const ast::CountTest& test) {
                                 visit(test.entries.list);
                                 if (test.different) visit(field_of(test.entries, *test.different));
                             },
                         });
}

void each_name(const Symbols& symbols, const ast::Define& term, const VisitName& visit) {
    const auto visit_value = [&](const ast::Expression& value) {
        each_name(value, visit);
        each_body(value, [&](const ast::Condition& body) { each_name(symbols, body, visit); });
    };
    if (const auto* condition = std::get_if<ast::Condition>(&term.body)) each_name(symbols, *condition, visit);
    if (const auto* value = std::get_if<ast::Expression>(&term.body)) visit_value(*value);
    if (const auto* cases = ast::cases_of(term))
        for (const ast::DefinedCase& one : *cases) {
            visit_value(one.value);
            if (one.when) each_name(symbols, *one.when, visit);
        }
}

void each_name(const Symbols& symbols, const ast::Policy& policy, const VisitName& visit) {
    each_condition_and_body(policy, [&](const ast::Condition& condition) { each_name(symbols, condition, visit); });
    each_value(policy, [&](const ast::Expression& value) { each_name(value, visit); });
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::Approve>(statements, [&](const ast::Approve& approve, const ast::Statement&) {
            if (approve.until) visit_day(*approve.until, visit);
        });
    });
}

}  // namespace pol::checking
