#include "compiler/lower/passes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pol::lowering {

namespace {

using Kinds = std::set<std::uint16_t>;

/// The request kinds whose criteria ask a clause, in any section.
Kinds kinds_of(const model::Policy& policy, model::ClauseIndex clause) {
    Kinds kinds;
    for (const model::Section& section : policy.sections)
        for (std::size_t kind = 0; kind < section.criteria.size(); ++kind) {
            const std::optional<model::Criteria>& criteria = section.criteria[kind];
            if (criteria && std::binary_search(criteria->clauses.begin(), criteria->clauses.end(), clause))
                kinds.insert(static_cast<std::uint16_t>(kind));
        }
    return kinds;
}

/// The row of a table that a term is the condition of: the requirement that asks nothing but the term.
std::map<model::TermIndex, model::ClauseIndex> rows_of(const model::Policy& policy) {
    std::map<model::TermIndex, model::ClauseIndex> rows;
    for (const model::Requirement& requirement : policy.requirements)
        if (const auto* condition = std::get_if<model::Condition>(&requirement.body))
            if (const auto* test = std::get_if<model::TermTest>(&condition->form); test && !test->negated)
                rows.emplace(test->term, requirement.clause);
    return rows;
}

void ask_only_of(const Kinds& kinds, model::Condition& condition) {
    model::ChoiceTest of_kind{.fact = index_of(BuiltinFact::request),
                              .comparison = model::ChoiceOperator::is_one_of,
                              .values = {kinds.begin(), kinds.end()},
                              .minimum = Evidence::none};
    model::ConditionGroup both{.quantifier = model::Quantifier::all_of, .count = 0, .members = {}};
    both.members.push_back({std::move(of_kind)});
    both.members.push_back(std::move(condition));
    condition = {std::move(both)};
}

void restrict_rows(const model::Policy& policy, const std::map<model::TermIndex, model::ClauseIndex>& rows,
                   model::Selection& selection) {
    std::vector<std::pair<model::Case*, Kinds>> kinds_of_case;
    for (model::Case& one : selection.cases) {
        const auto* test = std::get_if<model::TermTest>(&one.when->form);
        const auto row = test == nullptr ? rows.end() : rows.find(test->term);
        if (row != rows.end()) kinds_of_case.emplace_back(&one, kinds_of(policy, row->second));
    }
    const bool differ = std::any_of(kinds_of_case.begin(), kinds_of_case.end(),
                                    [&](const auto& one) { return one.second != kinds_of_case.front().second; });
    if (!differ) return;
    for (auto& [one, kinds] : kinds_of_case) ask_only_of(kinds, *one->when);
}

}  // namespace

void lower_rows_by_kind(Context& context) {
    const auto rows = rows_of(context.policy);
    for (model::Term& term : context.policy.terms)
        if (auto* selection = std::get_if<model::Selection>(&term.body))
            restrict_rows(context.policy, rows, *selection);
}

}  // namespace pol::lowering
