#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "pol/date.hpp"

#include <optional>

namespace pol::checking {

/// How exact a date must be written.
enum class DatePrecision { day, month_or_day, any };

/// Reports a date that does not exist, lies outside 1800 … 2199 or is less exact than its place asks.
void check_date(const ast::Date& date, DatePrecision precision, Sink& sink);

/// First and last day of a date as written; nothing if it does not exist.
struct DaySpan {
    Date first;
    Date last;
};
[[nodiscard]] std::optional<DaySpan> days_of(const ast::Date& date);

/// As written: `2026-06-01`, `2026-06`, `2026`.
[[nodiscard]] std::string text_of(const ast::Date& date);

/// Reports an end before its beginning, unless one of them does not exist.
void check_date_order(const ast::Date& from, const ast::Date& through, Sink& sink);

}  // namespace pol::checking
