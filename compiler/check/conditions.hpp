#pragma once

#include "compiler/check/context.hpp"
#include "compiler/check/walk.hpp"

namespace pol::checking {

/// The entries of lists that an expression counts or computes with, those of others inside them left out.
template <class Visit>
void each_entries(const ast::Expression& expression, const Visit& visit) {
    const auto visit_all = [&](const std::vector<ast::Expression>& operands) {
        for (const ast::Expression& operand : operands) each_entries(operand, visit);
    };
    std::visit(overloaded{
                   [](const ast::Quantity&) {},
                   [](const ast::NamedValue&) {},
                   [](const ast::MeasuredValue&) {},
                   [&](const ast::Arithmetic& arithmetic) { visit_all(arithmetic.operands); },
                   [&](const ast::Extreme& extreme) { visit_all(extreme.operands); },
                   [&](const ast::RoundedValue& rounded) { visit_all(rounded.operand); },
                   [](const ast::Elapsed&) {},
                   [&](const ast::DayOperand& day) {
                       if (const auto* chosen = std::get_if<ast::ChosenEntry>(&day.form)) visit(chosen->entries);
                   },
                   [&](const ast::Aggregate& aggregate) { visit(aggregate.entries); },
                   [&](const ast::ChosenEntry& chosen) { visit(chosen.entries); },
                   [&](const ast::Parenthesized& parenthesized) { visit_all(parenthesized.operand); },
               },
               expression.form);
}

/// What an expression asks of those entries.
template <class Visit>
void each_body(const ast::Expression& expression, const Visit& visit) {
    each_entries(expression, [&](const ast::Entries& entries) {
        for (const ast::Condition& condition : entries.where) visit(condition);
    });
}

/// Every whole value of a policy: of definitions, of approvals and their quantities.
template <class Visit>
void each_value(const ast::Policy& policy, const Visit& visit) {
    for (const ast::Define* term : blocks_of<ast::Define>(policy)) {
        if (const auto* value = std::get_if<ast::Expression>(&term->body)) visit(*value);
        if (const auto* cases = ast::cases_of(*term))
            for (const ast::DefinedCase& one : *cases) visit(one.value);
    }
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::Approve>(statements,
                              [&](const ast::Approve& approve, const ast::Statement&) { visit(approve.duration); });
        each_of<ast::QuantityApproved>(
            statements, [&](const ast::QuantityApproved& quantity, const ast::Statement&) { visit(quantity.amount); });
    });
}

/// Every whole condition of a policy: of definitions, the gate, determinations, requirements, quantities and
/// properties. What values ask of entries is left out.
template <class Visit>
void each_condition(const ast::Policy& policy, const Visit& visit) {
    const auto visit_outcome = [&](const ast::Determination& determination) {
        if (determination.condition) visit(*determination.condition);
    };
    for (const ast::Define* term : blocks_of<ast::Define>(policy)) {
        if (const auto* condition = std::get_if<ast::Condition>(&term->body)) visit(*condition);
        if (const auto* cases = ast::cases_of(*term))
            for (const ast::DefinedCase& one : *cases)
                if (one.when) visit(*one.when);
    }
    for (const ast::Gate* gate : blocks_of<ast::Gate>(policy)) visit_outcome(gate->determination);
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_statement(statements, [&](const ast::Statement& statement) {
            if (const auto* determination = std::get_if<ast::Determination>(&statement.form))
                visit_outcome(*determination);
            if (const auto* requirement = std::get_if<ast::Requirement>(&statement.form)) visit(requirement->condition);
            if (const auto* quantity = std::get_if<ast::QuantityApproved>(&statement.form))
                if (quantity->when) visit(*quantity->when);
            if (const auto* only_if = std::get_if<ast::OnlyIf>(&statement.form)) visit(only_if->condition);
        });
    });
    for (const ast::NeverCheck* property : blocks_of<ast::NeverCheck>(policy)) visit(property->condition);
}

/// The same, and what values ask of entries.
template <class Visit>
void each_condition_and_body(const ast::Policy& policy, const Visit& visit) {
    each_condition(policy, visit);
    each_value(policy, [&](const ast::Expression& value) { each_body(value, visit); });
}

/// Every comparison of a condition, as written, those that it asks of entries among them.
template <class Visit>
void each_test(const ast::Condition& condition, const Visit& visit) {
    const auto visit_all = [&](const std::vector<ast::Condition>& conditions) {
        for (const ast::Condition& member : conditions) each_test(member, visit);
    };
    std::visit(overloaded{
                   [&](const ast::FactTest& test) { visit(test); },
                   [&](const ast::AgeTest& test) { visit(test); },
                   [&](const ast::QuantityTest& test) {
                       visit(test);
                       const auto inside = [&](const ast::Condition& body) { each_test(body, visit); };
                       each_body(test.left, inside);
                       each_body(test.right, inside);
                   },
                   [&](const ast::DayTest& test) { visit(test); },
                   [&](const ast::CountTest& test) {
                       visit(test);
                       visit_all(test.entries.where);
                   },
                   [&](const ast::ConditionGroup& group) { visit_all(group.members); },
                   [&](const ast::Unless& unless) { visit_all(unless.parts); },
                   [&](const ast::IfThen& if_then) { visit_all(if_then.parts); },
                   [&](const ast::Supported& supported) { visit_all(supported.inner); },
               },
               condition.form);
}

}  // namespace pol::checking
