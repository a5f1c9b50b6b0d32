#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/check/context.hpp"
#include "pol/date.hpp"

#include <optional>
#include <string>
#include <vector>

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

/// Reports a name that is none of the dates allowed; `what` is what does not happen there: "an age is not taken at".
void check_date_fact(const Context& context, const ast::Name& fact, const std::vector<std::string>& allowed,
                     const char* what);

/// Reports an end before its beginning, unless one of them does not exist.
void check_date_order(const ast::Date& from, const ast::Date& through, Sink& sink);

}  // namespace pol::checking
