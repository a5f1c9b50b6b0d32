#pragma once

#include "compiler/advise/possible_answers.hpp"

#include <vector>

namespace pol::advise {

/// Whether two ways to change a request differ only in how far a number or a day goes.
[[nodiscard]] bool differ_in_degree(const model::Policy& policy, const std::vector<Change>& one,
                                    const std::vector<Change>& other);

/// Of two such ways, whether one is to be named instead of the other: its numbers have no more decimals than what is
/// given, or fewer beyond these; then it is nearer to what is given.
[[nodiscard]] bool is_nearer(const RequestRecord& request, const std::vector<Change>& one,
                             const std::vector<Change>& other);

}  // namespace pol::advise
