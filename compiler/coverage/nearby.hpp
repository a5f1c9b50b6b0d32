#pragma once

#include "compiler/coverage/neighbours.hpp"
#include "compiler/interpret/interpreter.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace pol::coverage {

/// A scenario as it is, or with one or two facts changed.
struct Neighbour {
    std::size_t scenario = 0;
    std::vector<Step> steps;
};

/// What tells a changed policy from the policy: a request near a scenario, and how each decides it.
struct Witness {
    Neighbour neighbour;
    DecisionRecord original;
    DecisionRecord changed;
};

/// What a search found, and how many requests it looked at.
struct Found {
    std::optional<Witness> witness;
    std::size_t requests = 0;
};

/// The requests of, and one step from, the scenarios of a policy, decided once. Refers to the policy.
class Nearby {
public:
    explicit Nearby(const model::Policy& policy);

    /// A request that a changed policy decides otherwise, of at most `limit`: first those that change what `clause`
    /// reads, then all others, then those that change how a request is routed or dated and what the clause reads.
    [[nodiscard]] Found witness(const model::Policy& changed, model::ClauseIndex clause, std::size_t limit) const;

private:
    void add(std::size_t scenario, std::vector<Step> steps);
    [[nodiscard]] RequestRecord request_of(const Neighbour& neighbour) const;
    /// Neighbours of one scenario for each outcome: how it is routed or dated, then a fact that is `close`; as long as
    /// `try_one` goes on.
    template <class TryOne>
    void for_each_pair(const std::vector<bool>& close, TryOne try_one) const;

    const model::Policy& policy_;
    Steps steps_;
    Interpreter interpreter_;
    std::vector<Neighbour> neighbours_;
    std::vector<DecisionRecord> decisions_;
};

}  // namespace pol::coverage
