#pragma once

#include "compiler/compare/groups.hpp"
#include "compiler/compare/route_classes.hpp"
#include "compiler/compare/search.hpp"

#include <vector>

namespace pol::comparison {

/// Compares requests around known ones. First those in which one or two of the facts that an edit reads have other
/// answers, numbers and days on both sides of every step that the edited rules make there. Where the edit then tells
/// otherwise and the outcome is still the same, other facts are changed as well, one at a time and then two: something
/// else may have decided. At most `limit` requests of the first kind.
void compare_neighbours(const Texts& texts, const std::vector<RequestRecord>& known, const Edit& edit,
                        const std::vector<Choice>& choices, std::uint64_t limit, Groups& groups);

}  // namespace pol::comparison
