#pragma once

#include "compiler/interpret/clause_set.hpp"
#include "pol/decision.hpp"

#include <vector>

namespace pol::interpretation {

/// A possible result with its reasons: the clauses that surely lead to it and those that may.
struct Member {
    Result result;
    ClauseSet sure;
    ClauseSet possible;
};

/// Results that mean the same to the plan, whatever led to them.
[[nodiscard]] bool same_member(const model::Policy& policy, const Result& left, const Result& right);

/// Possible results, each once, in the order in which they are listed for people.
class Members {
public:
    explicit Members(const model::Policy& policy) : policy_(&policy) {}

    /// Joins a result into the set; one already there gains the reasons, and of two approvals that of the lower
    /// rule stays.
    void join(Member member);
    void join(const Members& others);

    [[nodiscard]] const std::vector<Member>& list() const { return members_; }
    /// Exactly one result, with nothing left open about it.
    [[nodiscard]] bool is_decided() const { return members_.size() == 1 && !members_.front().result.open; }
    [[nodiscard]] bool has_open_approval() const { return has_open_approval_; }
    /// The same results, reasons aside.
    [[nodiscard]] bool same_results(const Members& others) const;

private:
    const model::Policy* policy_;
    std::vector<Member> members_;
    bool has_open_approval_ = false;
};

}  // namespace pol::interpretation
