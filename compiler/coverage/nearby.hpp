#pragma once

#include "compiler/coverage/neighbours.hpp"
#include "compiler/interpret/interpreter.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace pol::coverage {

/// A scenario with one fact changed, or as it is.
struct Neighbour {
    std::size_t scenario = 0;
    std::optional<Step> step;
};

/// What tells a changed policy from the policy: a request near a scenario, and how each decides it.
struct Witness {
    Neighbour neighbour;
    DecisionRecord original;
    DecisionRecord changed;
};

/// The requests of, and one step from, the scenarios of a policy, decided once. Refers to the policy.
class Nearby {
public:
    explicit Nearby(const model::Policy& policy);

    /// A request that a changed policy decides otherwise, of at most `limit`; those that change what `clause` reads
    /// come first.
    [[nodiscard]] std::optional<Witness> witness(const model::Policy& changed, model::ClauseIndex clause,
                                                 std::size_t limit) const;
    [[nodiscard]] std::size_t size() const { return neighbours_.size(); }

private:
    void add(const Interpreter& interpreter, std::size_t scenario, std::optional<Step> step);
    [[nodiscard]] RequestRecord request_of(const Neighbour& neighbour) const;

    const model::Policy& policy_;
    std::vector<Neighbour> neighbours_;
    std::vector<DecisionRecord> decisions_;
};

}  // namespace pol::coverage
