#pragma once

#include "compiler/model/policy.hpp"

namespace pol::model {

/// The determinations that members of a line of business meet, of every stage, in the order of the file.
[[nodiscard]] std::vector<DeterminationIndex> determinations_of_line(const Policy& policy, std::size_t line);

}  // namespace pol::model
