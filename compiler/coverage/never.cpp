#include "compiler/coverage/never.hpp"

#include "compiler/analyze/search.hpp"
#include "compiler/analyze/variables.hpp"
#include "compiler/interpret/conditions.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

using analysis::Glance;
using interpretation::Answers;
using interpretation::PreparedPolicy;

/// Of determinations before their exceptions.
Truth truth_of_clause(const PreparedPolicy& prepared, model::ClauseIndex clause, const Answers& answers) {
    if (prepared.requirement_of_clause[clause] != nullptr)
        return interpretation::truth_of_requirement(prepared, clause, answers);
    Truth holds = Truth::no;
    for (const model::Determination& determination : prepared.policy.determinations) {
        if (determination.clause != clause) continue;
        holds = any_of(holds, interpretation::truth_if_asked(determination.condition, answers));
    }
    return holds;
}

bool has_exceptions(const model::Policy& policy, model::ClauseIndex clause) {
    return std::any_of(policy.determinations.begin(), policy.determinations.end(), [&](const auto& determination) {
        return determination.clause == clause && !determination.exceptions.empty();
    });
}

}  // namespace

std::optional<std::uint64_t> states_without(const model::Policy& policy, model::ClauseIndex clause, ClauseState state) {
    const ClauseKind kind = policy.clauses[clause].kind;
    const bool reads_facts =
        kind == ClauseKind::gate || kind == ClauseKind::determination || kind == ClauseKind::requirement;
    if (!reads_facts || (state != ClauseState::yes && state != ClauseState::no)) return std::nullopt;
    // What always holds is not met all the same where an exception lifts it.
    if (state == ClauseState::no && has_exceptions(policy, clause)) return std::nullopt;
    const Truth sought = state == ClauseState::yes ? Truth::yes : Truth::no;
    const PreparedPolicy prepared(policy);
    analysis::VariableCollector collector(prepared);
    collector.add_clause(clause);
    const analysis::Look look = [&](const Answers& answers) {
        const Truth truth = truth_of_clause(prepared, clause, answers);
        if (truth == Truth::unknown) return Glance::undecided;
        return truth == sought ? Glance::found : Glance::impossible;
    };
    const analysis::Exploration result = search_alone(policy, collector.variables(), look, analysis::open_state_limit);
    if (result.certainty != analysis::Certainty::proved) return std::nullopt;
    return result.states;
}

}  // namespace pol::coverage
