#pragma once

#include "compiler/check/context.hpp"
#include "compiler/check/walk.hpp"

namespace pol::checking {

/// Every whole condition of a policy: of definitions, the gate, determinations, requirements and properties.
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
            if (const auto* only_if = std::get_if<ast::OnlyIf>(&statement.form)) visit(only_if->condition);
        });
    });
    for (const ast::NeverCheck* property : blocks_of<ast::NeverCheck>(policy)) visit(property->condition);
}

/// Every comparison of a condition, as written.
template <class Visit>
void each_test(const ast::Condition& condition, const Visit& visit) {
    const auto visit_all = [&](const std::vector<ast::Condition>& conditions) {
        for (const ast::Condition& member : conditions) each_test(member, visit);
    };
    std::visit(overloaded{
                   [&](const ast::FactTest& test) { visit(test); },
                   [&](const ast::AgeTest& test) { visit(test); },
                   [&](const ast::QuantityTest& test) { visit(test); },
                   [&](const ast::DayTest& test) { visit(test); },
                   [&](const ast::ConditionGroup& group) { visit_all(group.members); },
                   [&](const ast::Unless& unless) { visit_all(unless.parts); },
                   [&](const ast::IfThen& if_then) { visit_all(if_then.parts); },
                   [&](const ast::Attested& attested) { visit_all(attested.inner); },
               },
               condition.form);
}

}  // namespace pol::checking
