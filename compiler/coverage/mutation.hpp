#pragma once

#include "compiler/coverage/change.hpp"
#include "compiler/coverage/nearby.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace pol::coverage {

/// A change that no scenario notices. It is told apart from the policy by a request near a scenario; or it is proved to
/// decide every state of what its rules read as the policy does; or neither is known.
struct Survivor {
    Change change;
    std::optional<Witness> witness;
    /// Proved: so many states are decided alike.
    std::optional<std::uint64_t> states;
    /// So many requests near the scenarios were looked at.
    std::size_t requests = 0;
};

struct Mutation {
    std::size_t mutants = 0;
    std::size_t killed = 0;
    /// In the order of the changes.
    std::vector<Survivor> survivors;

    /// Mutants that decide as the policy does are no mutants at all, and do not count.
    [[nodiscard]] std::size_t alike() const;
    /// Killed of those that count, in percent; 100 where none counts.
    [[nodiscard]] double score() const;
};

/// Tries every change of a policy on its scenarios: one is killed where some scenario does not come out as it says. The
/// scenarios must hold for the policy itself.
[[nodiscard]] Mutation mutate(const model::Policy& policy);

}  // namespace pol::coverage
