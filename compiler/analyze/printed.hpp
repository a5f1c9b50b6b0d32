#pragma once

#include "compiler/analyze/ambiguity.hpp"

#include <vector>

namespace pol::analysis {

/// Items that the document joins by AND and OR in one list, against how the policy groups them: AND before OR, OR
/// before AND, from left to right. An outcome among the items, such as an exclusion, counts as met where it is not
/// given. Lists whose grouping is what all readings say by their form alone are left out.
[[nodiscard]] std::vector<Ambiguity> printed_ambiguities(const PreparedPolicy& prepared);

}  // namespace pol::analysis
