#pragma once

#include "compiler/analyze/ambiguity.hpp"

#include <vector>

namespace pol::analysis {

/// Items with `unless`, against a wider reading (the exception lifts the whole group that it stands in) and a narrower
/// one (of a group before it, it lifts the last member only).
[[nodiscard]] std::vector<Ambiguity> exception_ambiguities(const PreparedPolicy& prepared);

}  // namespace pol::analysis
