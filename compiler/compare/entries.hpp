#pragma once

#include "compiler/compare/space.hpp"

namespace pol::comparison {

/// Lists made for a choice: for all conditions on entries in either text some that count and some that do not, so many
/// as are counted and one more, and for every pair of conditions entries that count for one of them only.
void add_lists(const Texts& texts, const Reads& older, const Reads& newer, const std::vector<Choice>& fields,
               Choice& list);

}  // namespace pol::comparison
