#pragma once

#include "compiler/model/policy.hpp"
#include "pol/outcome.hpp"

#include <cstdint>
#include <optional>

namespace pol::coverage {

/// Whether a clause is met, or not met, for nobody at all: so many states of what it reads. Nothing where somebody is
/// found, or where that cannot be proved. Routing facts are taken for facts like others.
[[nodiscard]] std::optional<std::uint64_t> states_without(const model::Policy& policy, model::ClauseIndex clause,
                                                          ClauseState state);

}  // namespace pol::coverage
