#pragma once

#include "compiler/analyze/variables.hpp"

#include <vector>

namespace pol::analysis {

/// Lists are too many to be gone through. Makes lists of up to three entries from the answers that their fields have as
/// variables, which are variables of their own no longer. For every one of the `filters` some of the entries count and
/// some do not, as far as entries that do so are found.
[[nodiscard]] std::vector<Variable> with_lists(const model::Policy& policy, std::vector<Variable> variables,
                                               const std::vector<model::EntryFilter>& filters);

}  // namespace pol::analysis
