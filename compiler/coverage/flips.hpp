#pragma once

#include "compiler/coverage/forced.hpp"
#include "compiler/interpret/interpreter.hpp"
#include "compiler/model/policy.hpp"

#include <utility>

namespace pol::coverage {

/// Whether nothing that a scenario can expect tells the decisions of two policies apart: questions, cited clauses and
/// what a dose amounts to, too.
[[nodiscard]] bool same_decision(const model::Policy& policy, const DecisionRecord& decision,
                                 const model::Policy& other_policy, const DecisionRecord& other);

/// Turns the truth of one clause round and looks what comes out.
class Flip {
public:
    /// `policy` is best without its scenarios: it is copied.
    Flip(const model::Policy& policy, model::ClauseIndex clause)
        : clause_(clause), for_nobody_(forced(policy, clause, false)), for_everybody_(forced(policy, clause, true)) {}

    /// Whether the clause alone decides the request: with its truth turned round the results differ. A clause that is
    /// unknown for the request, not reached, or not for the member has no truth to turn, and decides nothing.
    [[nodiscard]] bool is_decisive(const RequestRecord& request, const DecisionRecord& decision) const;

private:
    struct Forced {
        explicit Forced(model::Policy changed) : policy(std::move(changed)), interpreter(policy) {}
        Forced(const Forced&) = delete;
        Forced& operator=(const Forced&) = delete;

        model::Policy policy;
        Interpreter interpreter;
    };

    model::ClauseIndex clause_;
    Forced for_nobody_;
    Forced for_everybody_;
};

}  // namespace pol::coverage
