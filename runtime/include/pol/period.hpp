#pragma once

#include "pol/date.hpp"

#include <cstdint>

namespace pol {

/// A closed span of days, both ends included.
struct Period {
    Date from;
    Date through;
    friend constexpr bool operator==(const Period&, const Period&) noexcept = default;
};

enum class DurationUnit : std::uint8_t { days, months };

/// `6 months` or `28 days`. Weeks are days and years are months; the two kinds never convert.
struct Duration {
    std::int32_t amount = 0;
    DurationUnit unit = DurationUnit::days;
};

[[nodiscard]] constexpr Date add_times(Date start, Duration duration, std::int32_t times, ShortMonths rule) noexcept {
    return duration.unit == DurationUnit::days ? add_days(start, duration.amount * times)
                                               : add_months(start, duration.amount * times, rule);
}

/// Period k of an approval anchored at `start`: start + k·duration … start + (k+1)·duration − 1 day, both ends
/// counted from `start`, never chained.
[[nodiscard]] constexpr Period anchored_period(Date start, Duration duration, std::int32_t k,
                                               ShortMonths rule) noexcept {
    return Period{.from = k == 0 ? start : add_times(start, duration, k, rule),
                  .through = add_days(add_times(start, duration, k + 1, rule), -1)};
}

/// Number k of the anchored period that holds `day`. Requires `day >= start` and a positive duration.
[[nodiscard]] constexpr std::int32_t period_number(Date start, Duration duration, Date day, ShortMonths rule) noexcept {
    const std::int32_t elapsed = day.days - start.days;
    if (duration.unit == DurationUnit::days) return elapsed / duration.amount;
    std::int32_t k = elapsed / (31 * duration.amount);
    while (add_times(start, duration, k + 1, rule) <= day) ++k;
    return k;
}

}  // namespace pol
