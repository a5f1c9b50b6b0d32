#pragma once

#include "compiler/model/policy.hpp"

namespace pol::model {

/// Stage 3 of a line of business: the determinations its members meet, in the order of the file.
[[nodiscard]] std::vector<DeterminationIndex> determinations_of_line(const Policy& policy, std::size_t line);

}  // namespace pol::model
