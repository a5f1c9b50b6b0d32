#pragma once

#include "compiler/coverage/change.hpp"

#include <cstdint>
#include <optional>

namespace pol::coverage {

/// Whether a changed policy decides everybody as the policy does: so many states of what its rules read, all of which
/// are decided, or left out where the changed clause surely says the same in both. Nothing where they differ, where the
/// change is of another kind than facts tell, or where there are more states than can be looked at.
[[nodiscard]] std::optional<std::uint64_t> states_decided_alike(const model::Policy& policy,
                                                                const model::Policy& changed, const Change& change);

}  // namespace pol::coverage
