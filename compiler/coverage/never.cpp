#include "compiler/coverage/never.hpp"

#include "compiler/analyze/search.hpp"
#include "compiler/analyze/variables.hpp"

namespace pol::coverage {

namespace {

using analysis::Glance;
using interpretation::Answers;
using interpretation::PreparedPolicy;

Truth truth_of_clause(const PreparedPolicy& prepared, model::ClauseIndex clause, const Answers& answers) {
    const interpretation::Truths truths = evaluate(prepared, answers);
    if (prepared.requirement_of_clause[clause] != nullptr) return truths.requirements[clause];
    Truth holds = Truth::no;
    for (std::size_t i = 0; i < prepared.policy.determinations.size(); ++i)
        if (prepared.policy.determinations[i].clause == clause) holds = any_of(holds, truths.determinations[i]);
    return holds;
}

}  // namespace

std::optional<std::uint64_t> states_without(const model::Policy& policy, model::ClauseIndex clause, ClauseState state) {
    const ClauseKind kind = policy.clauses[clause].kind;
    const bool reads_facts =
        kind == ClauseKind::gate || kind == ClauseKind::determination || kind == ClauseKind::requirement;
    if (!reads_facts || (state != ClauseState::yes && state != ClauseState::no)) return std::nullopt;
    const Truth sought = state == ClauseState::yes ? Truth::yes : Truth::no;
    const PreparedPolicy prepared(policy);
    analysis::VariableCollector collector(prepared);
    collector.add_clause(clause);
    const analysis::Look look = [&](const Answers& answers) {
        const Truth truth = truth_of_clause(prepared, clause, answers);
        if (truth == Truth::unknown) return Glance::undecided;
        return truth == sought ? Glance::found : Glance::impossible;
    };
    const analysis::Exploration result = explore(policy, collector.variables(), look);
    if (result.certainty != analysis::Certainty::proved) return std::nullopt;
    return result.states;
}

}  // namespace pol::coverage
