#pragma once

#include "compiler/ast/common.hpp"
#include "pol/date.hpp"
#include "pol/period.hpp"

#include <cstdint>

namespace pol::lowering {

/// A whole date.
[[nodiscard]] Date to_date(const ast::Date& date);

/// The days a date as written may mean: one day, or all of its month or year.
[[nodiscard]] DateRange to_range(const ast::Date& date);

/// Weeks as days, years as months.
[[nodiscard]] Duration to_duration(const ast::Duration& duration);

/// The days of a duration written in days or weeks.
[[nodiscard]] std::int32_t to_days(const ast::Duration& duration);

}  // namespace pol::lowering
