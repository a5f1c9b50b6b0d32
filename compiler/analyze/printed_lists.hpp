#pragma once

#include "compiler/analyze/groupings.hpp"

#include <optional>

namespace pol::analysis {

/// Items that are printed one behind the other and asked of one member, with the grouping that the policy gives them;
/// its subjects are the items by their place.
struct PrintedList {
    model::PrintedItems items;
    Grouping written;
    interpretation::Route route;
};

/// As far as the items are asked together, from the first on: requirements of one group, and outcomes. Nothing where
/// fewer than two are, or where the grouping of these alone is none, as one of `at least 2 of` more.
[[nodiscard]] std::optional<PrintedList> printed_list(const PreparedPolicy& prepared, const model::PrintedItems& items);

}  // namespace pol::analysis
