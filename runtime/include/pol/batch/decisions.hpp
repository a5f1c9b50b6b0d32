#pragma once

#include "pol/batch/plane.hpp"
#include "pol/outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace pol::batch {

/// Stands for "none" in columns of days.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// Words of a plane of so many rows. The bits of the last word behind the last row are 0.
[[nodiscard]] constexpr std::size_t words_for(std::size_t rows) noexcept {
    return (rows + rows_in_block - 1) / rows_in_block;
}

/// Where a batch writes what it decides; what is null is not asked for. Nothing else is allocated or kept.
struct Decisions {
    /// One a row.
    Outcome* outcomes = nullptr;
    /// Whether the row is a denial: its outcome is one, or every outcome that is still possible.
    Plane* denials = nullptr;
    /// What is still possible, one plane a possible result of the policy, each as long as `words_for(rows)`, one behind
    /// the other. A decided row has exactly one.
    Plane* possible = nullptr;
    /// First and last day of what is approved, as days since 1970-01-01; `no_day` in rows that are not.
    std::int32_t* approved_from = nullptr;
    std::int32_t* approved_through = nullptr;
};

}  // namespace pol::batch
