#include "compiler/lower/expectations.hpp"

#include "compiler/lower/dates.hpp"
#include "compiler/lower/documents.hpp"
#include "compiler/lower/quantities.hpp"
#include "compiler/lower/requirements.hpp"
#include "compiler/lower/values.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <cassert>

namespace pol::lowering {

namespace {

using model::ClauseIndex;

/// A requirement whose body is a group is never named itself; its nested items are.
bool can_be_named(const model::Policy& policy, ClauseIndex clause) {
    if (const model::Requirement* requirement = requirement_of(policy, clause))
        return std::holds_alternative<model::Condition>(requirement->body);
    return policy.clauses[clause].kind == ClauseKind::determination;
}

void add_clauses(const Context& context, const ast::ExpectClauses& form, model::Expected& expected) {
    auto& clauses = expected.clauses ? *expected.clauses : expected.clauses.emplace();
    for (const ast::ItemRange& range : form.clauses)
        for (const ClauseIndex clause : clauses_in(context, range, ""))
            if (!range.last || can_be_named(context.policy, clause)) clauses.push_back(clause);
    std::sort(clauses.begin(), clauses.end());
    clauses.erase(std::unique(clauses.begin(), clauses.end()), clauses.end());
}

/// `J1304`, `mL` or `vials`: the first quantity of the policy that is counted so.
model::ExpectedQuantity to_quantity(const model::Policy& policy, const ast::ExpectUnits& form) {
    const std::string& word = form.unit.text;
    const Decimal amount = to_decimal(form.amount);
    for (const model::Approval& approval : policy.approvals)
        for (const model::QuantityPerDose& quantity : approval.per_dose) {
            if (quantity.code == word) return {amount, quantity.unit, quantity.code};
            const bool is_billing = quantity.system == "hcpcs" || quantity.system == "cpt";
            if (!is_billing && (quantity.unit == word || quantity.unit + "s" == word))
                return {amount, quantity.unit, quantity.code};
        }
    return {amount, word, ""};
}

/// In the unit in which the policy shows the amount; of a code, billing units.
model::ExpectedAmount to_amount(const model::Policy& policy, const ast::ExpectQuantity& form) {
    for (const model::Approval& approval : policy.approvals)
        for (const model::ComputedAmount& amount : approval.amounts)
            if (amount.name == form.what.text && amount.code.empty())
                return {amount.name, in_unit(form.amount, amount.unit)};
    return {form.what.text, to_decimal(form.amount.amount)};
}

model::ExpectedResult to_result(Context& context, const ast::PossibleOutcome& form) {
    return {.outcome = form.outcome.outcome,
            .target = named_target(context.policy, form.outcome).value_or(no_index),
            .open = form.open};
}

std::vector<model::ExpectedQuestion> to_questions(const Context& context, const ast::ExpectAsk& form) {
    std::vector<model::ExpectedQuestion> questions;
    for (const ast::ExpectedQuestion& question : form.questions)
        questions.push_back({.fact = fact_named(context, question.fact.text), .kind = question.kind});
    return questions;
}

void add(Context& context, const ast::Expectation& expectation, model::Expected& expected) {
    std::visit(
        overloaded{
            [&](const ast::ExpectPeriod& form) {
                expected.period = Period{.from = to_date(form.from), .through = to_date(form.through)};
            },
            [&](const ast::ExpectDoses& form) { expected.doses = static_cast<std::int32_t>(form.count.value); },
            [&](const ast::ExpectUnits& form) { expected.quantities.push_back(to_quantity(context.policy, form)); },
            [&](const ast::ExpectQuantity& form) { expected.amounts.push_back(to_amount(context.policy, form)); },
            [&](const ast::ExpectClauses& form) { add_clauses(context, form, expected); },
            [&](const ast::ExpectNoText&) { expected.no_text = true; },
            [&](const ast::ExpectPossible& form) {
                expected.possible.emplace();
                for (const auto& outcome : form.outcomes) expected.possible->push_back(to_result(context, outcome));
            },
            [&](const ast::ExpectAllDenials&) { expected.every_outcome_is_a_denial = true; },
            [&](const ast::ExpectAsk& form) { expected.questions = to_questions(context, form); },
        },
        expectation.form);
}

}  // namespace

model::Expected to_expected(Context& context, const ast::Scenario& scenario) {
    model::Expected expected;
    expected.outcome = scenario.expected.outcome;
    expected.target = named_target(context.policy, scenario.expected);
    for (const ast::Expectation& expectation : scenario.expectations) add(context, expectation, expected);
    return expected;
}

}  // namespace pol::lowering
