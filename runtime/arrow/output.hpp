#pragma once

#include "pol/arrow/c_data.h"
#include "pol/batch/decisions.hpp"
#include "pol/period.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pol::arrow {

/// The decisions of a batch as columns: `outcome` (text), `denial` (bool), `approved_from` and `approved_through`
/// (date32, null where nothing is approved).
class Output {
public:
    explicit Output(std::size_t rows);

    /// Takes over what was decided of the rows from `first` on, a multiple of 8.
    void take(std::size_t first, std::size_t count, const batch::Decisions& decisions);

    /// Gives everything away: to `array`, whose release frees it.
    static void move_into(Output&& output, ArrowArray& array);

    std::size_t rows;
    std::vector<std::int32_t> outcome_offsets{0};
    std::string outcomes{};
    std::vector<std::uint8_t> denials;
    std::vector<std::uint8_t> approved;
    std::int64_t not_approved = 0;
    std::vector<std::int32_t> from;
    std::vector<std::int32_t> through;
};

/// So many rows fit: the text of their outcomes must not be longer than offsets can say.
inline constexpr std::int64_t most_rows = 80'000'000;

}  // namespace pol::arrow
