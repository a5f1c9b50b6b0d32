#pragma once

#include "pol/date.hpp"

#include <string_view>

namespace pol::arrow {

/// Reads `2014-07-03`, or `2014-07` and `2014`, which stand for every day of the month or the year. False where the
/// text is none of them.
[[nodiscard]] bool read_days(std::string_view text, DateRange& days);

}  // namespace pol::arrow
