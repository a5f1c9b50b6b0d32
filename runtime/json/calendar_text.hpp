#pragma once

#include "pol/date.hpp"

#include <string>
#include <string_view>

namespace pol::json {

/// A date as read, or a sentence that says what is wrong with it; the sentence is empty when nothing is.
struct ReadDate {
    DateRange range;
    std::string problem;
};

/// Reads `2026-07-01`, one day of 1800-01-01 … 2199-12-31.
[[nodiscard]] ReadDate read_date(std::string_view text);

/// Reads `2008-06-15`, or `2008-06` and `2008`, which stand for every day of the month or the year.
[[nodiscard]] ReadDate read_partial_date(std::string_view text);

}  // namespace pol::json
