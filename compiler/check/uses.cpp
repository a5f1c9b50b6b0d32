#include "compiler/check/uses.hpp"

#include "compiler/check/conditions.hpp"

namespace pol::checking {
namespace {

void visit_day(const ast::DayOperand& day, const VisitName& visit) {
    if (const auto* name = std::get_if<ast::Name>(&day.form)) visit(*name);
}

void visit_test(const Symbols& symbols, const ast::FactTest& test, const VisitName& visit) {
    visit(test.fact);
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
    return term != nullptr && !is_condition(*term);
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
                   [&](const ast::Parenthesized& parenthesized) { visit_all(parenthesized.operand, visit); },
               },
               expression.form);
}

void each_name(const Symbols& symbols, const ast::Condition& condition, const VisitName& visit) {
    each_test(condition, overloaded{
                             [&](const ast::FactTest& test) { visit_test(symbols, test, visit); },
                             [&](const ast::AgeTest& test) { visit(test.at); },
                             [&](const ast::QuantityTest& test) {
                                 each_name(test.left, visit);
                                 each_name(test.right, visit);
                             },
                             [&](const ast::DayTest& test) {
                                 visit(test.day);
                                 visit_day(test.relation.anchor, visit);
                             },
                         });
}

void each_name(const Symbols& symbols, const ast::Define& term, const VisitName& visit) {
    if (const auto* condition = std::get_if<ast::Condition>(&term.body)) each_name(symbols, *condition, visit);
    if (const auto* value = std::get_if<ast::Expression>(&term.body)) each_name(*value, visit);
    if (const auto* cases = ast::cases_of(term))
        for (const ast::DefinedCase& one : *cases) {
            each_name(one.value, visit);
            if (one.when) each_name(symbols, *one.when, visit);
        }
}

void each_name(const Symbols& symbols, const ast::Policy& policy, const VisitName& visit) {
    each_condition(policy, [&](const ast::Condition& condition) { each_name(symbols, condition, visit); });
    for (const ast::Define* term : blocks_of<ast::Define>(policy)) {
        if (const auto* value = std::get_if<ast::Expression>(&term->body)) each_name(*value, visit);
        if (const auto* cases = ast::cases_of(*term))
            for (const ast::DefinedCase& one : *cases) each_name(one.value, visit);
    }
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::Approve>(statements, [&](const ast::Approve& approve, const ast::Statement&) {
            each_name(approve.duration, visit);
            if (approve.until) visit_day(*approve.until, visit);
        });
        each_of<ast::QuantityApproved>(statements, [&](const ast::QuantityApproved& quantity, const ast::Statement&) {
            each_name(quantity.amount, visit);
        });
    });
}

}  // namespace pol::checking
