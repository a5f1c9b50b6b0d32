#include "compiler/lower/dates.hpp"

#include <cassert>

namespace pol::lowering {

Date to_date(const ast::Date& date) {
    assert(date.month != 0 && date.day != 0);
    return date_of(date.year, date.month, date.day);
}

DateRange to_range(const ast::Date& date) {
    const int first_month = date.month == 0 ? 1 : date.month;
    const int last_month = date.month == 0 ? 12 : date.month;
    const int first_day = date.day == 0 ? 1 : date.day;
    const int last_day = date.day == 0 ? days_in_month(date.year, last_month) : date.day;
    return {.first = date_of(date.year, first_month, first_day), .last = date_of(date.year, last_month, last_day)};
}

Duration to_duration(const ast::Duration& duration) {
    const auto amount = static_cast<std::int32_t>(duration.amount.value);
    switch (duration.unit) {
        case ast::TimeUnit::days:
            return {.amount = amount, .unit = DurationUnit::days};
        case ast::TimeUnit::weeks:
            return {.amount = amount * 7, .unit = DurationUnit::days};
        case ast::TimeUnit::months:
            return {.amount = amount, .unit = DurationUnit::months};
        case ast::TimeUnit::years:
            return {.amount = amount * 12, .unit = DurationUnit::months};
    }
    assert(false);
    return {};
}

std::int32_t to_days(const ast::Duration& duration) {
    const Duration converted = to_duration(duration);
    assert(converted.unit == DurationUnit::days);
    return converted.amount;
}

}  // namespace pol::lowering
