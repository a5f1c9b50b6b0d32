#pragma once

#include "pol/date.hpp"
#include "runtime/json/fault.hpp"

#include <string_view>

namespace pol::json {

/// A date as read. The range means nothing unless the fault is none.
struct ReadDate {
    DateRange range{};
    Fault fault = Fault::none;
};

/// Reads `2026-07-01`, one day of 1800-01-01 … 2199-12-31.
[[nodiscard]] ReadDate read_date(std::string_view text);

/// Reads `2008-06-15`, or `2008-06` and `2008`, which stand for every day of the month or the year.
[[nodiscard]] ReadDate read_partial_date(std::string_view text);

}  // namespace pol::json
