#pragma once

#include "pol/number.hpp"

#include <optional>

namespace pol::analysis {

/// An end of a span of numbers.
struct End {
    Number value;
    bool included = true;
};

/// The decimal between two ends with as few places as possible; of those the one nearest to `high`, or to `low`.
/// Nothing where the places that a request may have do not suffice.
[[nodiscard]] std::optional<Decimal> simplest_between(End low, End high, bool near_high);

}  // namespace pol::analysis
