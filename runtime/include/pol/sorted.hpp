#pragma once

#include "pol/text.hpp"

#include <cstdint>

namespace pol {

/// The place of the first row of a sorted table for which `is_before` does not hold, as it does for all rows ahead of
/// that; the size of the table where it holds for all. A binary search of our own, as <algorithm> would cost every
/// generated evaluator compile time.
template <class Row, class IsBefore>
[[nodiscard]] constexpr std::uint32_t first_not_before(List<Row> rows, const IsBefore& is_before) noexcept {
    std::uint32_t first = 0;
    for (std::uint32_t count = rows.size; count > 0;) {
        const std::uint32_t half = count / 2;
        const bool later = is_before(rows[first + half]);
        first += later ? half + 1 : 0;
        count = later ? count - half - 1 : half;
    }
    return first;
}

}  // namespace pol
