#include "compiler/coverage/flips.hpp"

#include "compiler/interpret/members.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

/// Whether two decisions come to the same: outcome and set of results, whatever clauses and questions led there.
bool same_results(const model::Policy& policy, const DecisionRecord& left, const DecisionRecord& right) {
    return left.outcome == right.outcome &&
           std::equal(left.results.begin(), left.results.end(), right.results.begin(), right.results.end(),
                      [&](const ResultRecord& one, const ResultRecord& other) {
                          return interpretation::same_member(policy, one.result, other.result);
                      });
}

bool same_question(const QuestionRecord& left, const QuestionRecord& right) {
    return left.fact == right.fact && left.kind == right.kind;
}

/// What a dose amounts to, of a decision that approves some.
bool same_doses(const model::Policy& policy, const DecisionRecord& decision, const model::Policy& other_policy,
                const DecisionRecord& other) {
    if (decision.outcome != Outcome::approved) return true;
    return policy.approvals[decision.results.front().result.approval].per_dose ==
           other_policy.approvals[other.results.front().result.approval].per_dose;
}

}  // namespace

bool same_decision(const model::Policy& policy, const DecisionRecord& decision, const model::Policy& other_policy,
                   const DecisionRecord& other) {
    const auto expected_clauses = [](const DecisionRecord& one) {
        return one.outcome == Outcome::needs_information ? std::vector<std::uint16_t>() : one.clauses;
    };
    return same_results(policy, decision, other) && same_doses(policy, decision, other_policy, other) &&
           expected_clauses(decision) == expected_clauses(other) &&
           std::equal(decision.questions.begin(), decision.questions.end(), other.questions.begin(),
                      other.questions.end(), same_question);
}

bool Flip::is_decisive(const RequestRecord& request, const DecisionRecord& decision) const {
    const ClauseState state = decision.trace[clause_];
    if (state != ClauseState::yes && state != ClauseState::no) return false;
    const Forced& opposite = state == ClauseState::yes ? for_nobody_ : for_everybody_;
    return !same_results(opposite.policy, decision, opposite.interpreter.interpret(request));
}

}  // namespace pol::coverage
