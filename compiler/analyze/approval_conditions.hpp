#pragma once

#include "compiler/model/policy.hpp"

#include <vector>

namespace pol::analysis {

/// Conditions that read what an approval is computed from, so that it can be looked at like any condition.
[[nodiscard]] std::vector<model::Condition> conditions_of(const model::Approval& approval);

}  // namespace pol::analysis
