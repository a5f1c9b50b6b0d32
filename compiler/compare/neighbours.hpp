#pragma once

#include "compiler/compare/groups.hpp"
#include "compiler/compare/search.hpp"

namespace pol::comparison {

/// Compares requests around a known one: those in which one or two of the facts that an edit reads have other answers,
/// numbers and days on both sides of every step that the edited rules make there. At most `limit` requests.
void compare_neighbours(const Texts& texts, const RequestRecord& request, const Edit& edit,
                        const std::vector<Choice>& choices, std::uint64_t limit, Groups& groups);

}  // namespace pol::comparison
