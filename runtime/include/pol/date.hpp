#pragma once

#include "pol/evidence.hpp"
#include "pol/truth.hpp"

#include <cstdint>

namespace pol {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01. Requests carry those of `is_in_calendar`.
struct Date {
    std::int32_t days = 0;
    // Six operators by hand: <compare> alone would cost as much to compile as the rest of a generated header.
    friend constexpr bool operator==(Date left, Date right) noexcept { return left.days == right.days; }
    friend constexpr bool operator!=(Date left, Date right) noexcept { return left.days != right.days; }
    friend constexpr bool operator<(Date left, Date right) noexcept { return left.days < right.days; }
    friend constexpr bool operator<=(Date left, Date right) noexcept { return left.days <= right.days; }
    friend constexpr bool operator>(Date left, Date right) noexcept { return left.days > right.days; }
    friend constexpr bool operator>=(Date left, Date right) noexcept { return left.days >= right.days; }
};

/// Later than every day: the last day of a text that has not been replaced.
inline constexpr Date open_end{0x7fffffff};

struct CivilDate {
    std::int32_t year = 1970;
    std::int32_t month = 1;
    std::int32_t day = 1;
    friend constexpr bool operator==(const CivilDate&, const CivilDate&) noexcept = default;
};

/// Where month arithmetic lands when the month is too short (the plan's `short months`).
enum class ShortMonths : std::uint8_t { take_last_day, take_first_of_next };
/// On which day a person born on 29 February completes a year in a common year (the plan's `leap birthday`).
enum class LeapBirthday : std::uint8_t { february_28, march_1 };

struct CalendarRules {
    ShortMonths short_months = ShortMonths::take_last_day;
    LeapBirthday leap_birthday = LeapBirthday::march_1;
};

[[nodiscard]] constexpr bool is_leap_year(std::int32_t year) noexcept {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

namespace detail {
inline constexpr std::int8_t month_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
/// Days from 0000-03-01, where years that begin in March are counted from, to 1970-01-01.
inline constexpr std::int32_t days_before_1970 = 719468;
}  // namespace detail

[[nodiscard]] constexpr std::int32_t days_in_month(std::int32_t year, std::int32_t month) noexcept {
    return month == 2 && is_leap_year(year) ? 29 : detail::month_lengths[month - 1];
}

// Days and years are counted without a sign, which divides faster: from 0000-03-01 on, long before the first day that a
// policy or a request can name.

/// Days since 1970-01-01 of a civil date; the month may not be out of 1 … 12.
[[nodiscard]] constexpr Date to_date(CivilDate civil) noexcept {
    const auto shifted_year = static_cast<std::uint32_t>(civil.month <= 2 ? civil.year - 1 : civil.year);
    const std::uint32_t march_month = static_cast<std::uint32_t>(civil.month + 9) % 12;
    const std::uint32_t days_in_years = shifted_year * 365 + shifted_year / 4 - shifted_year / 100 + shifted_year / 400;
    const std::uint32_t days_in_months = (153 * march_month + 2) / 5;
    return Date{static_cast<std::int32_t>(days_in_years + days_in_months) + civil.day - 1 - detail::days_before_1970};
}

[[nodiscard]] constexpr CivilDate to_civil(Date date) noexcept {
    const auto shifted = static_cast<std::uint32_t>(date.days + detail::days_before_1970);
    const std::uint32_t era = shifted / 146097;
    const std::uint32_t day_of_era = shifted - era * 146097;
    const std::uint32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::uint32_t march_month = (5 * day_of_year + 2) / 153;
    const std::uint32_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    const std::uint32_t day = day_of_year - (153 * march_month + 2) / 5 + 1;
    return CivilDate{.year = static_cast<std::int32_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
                     .month = static_cast<std::int32_t>(month),
                     .day = static_cast<std::int32_t>(day)};
}

[[nodiscard]] constexpr Date date_of(std::int32_t year, std::int32_t month, std::int32_t day) noexcept {
    return to_date(CivilDate{.year = year, .month = month, .day = day});
}

/// The years whose days a policy or a request can name, with their first and last day.
inline constexpr std::int32_t first_calendar_year = 1800;
inline constexpr std::int32_t last_calendar_year = 2199;
inline constexpr Date first_calendar_day = date_of(first_calendar_year, 1, 1);
inline constexpr Date last_calendar_day = date_of(last_calendar_year, 12, 31);

[[nodiscard]] constexpr bool is_calendar_year(std::int32_t year) noexcept {
    return first_calendar_year <= year && year <= last_calendar_year;
}
[[nodiscard]] constexpr bool is_in_calendar(Date day) noexcept {
    return first_calendar_day <= day && day <= last_calendar_day;
}

[[nodiscard]] constexpr Date add_days(Date date, std::int32_t days) noexcept { return Date{date.days + days}; }

/// Adds calendar months; a landing month that lacks the day follows the plan's rule. `months` may be negative. As with
/// ages, a copy at every clause that reckons would make evaluators large, and slow to compile; templates, so that
/// evaluators may take them from the engine (pol/engine.hpp).
template <class Rule>
[[nodiscard, gnu::noinline]] constexpr Date add_months(CivilDate from, std::int32_t months, Rule rule) noexcept {
    const auto counted = static_cast<std::uint32_t>(from.year * 12 + (from.month - 1) + months);
    const auto year = static_cast<std::int32_t>(counted / 12);
    const auto month = static_cast<std::int32_t>(counted % 12) + 1;
    const std::int32_t length = days_in_month(year, month);
    if (from.day <= length) return date_of(year, month, from.day);
    const Date last = date_of(year, month, length);
    return rule == ShortMonths::take_last_day ? last : add_days(last, 1);
}
[[nodiscard]] constexpr Date add_months(Date date, std::int32_t months, ShortMonths rule) noexcept {
    return add_months(to_civil(date), months, rule);
}

/// The latest day of that month and day of the month that is `day` or lies before it; never 29 February.
[[nodiscard]] constexpr Date last_yearly(std::int32_t month, std::int32_t day_of_month, Date day) noexcept {
    const std::int32_t year = to_civil(day).year;
    const Date this_year = date_of(year, month, day_of_month);
    return this_year <= day ? this_year : date_of(year - 1, month, day_of_month);
}
/// The earliest that is `day` or lies after it.
[[nodiscard]] constexpr Date next_yearly(std::int32_t month, std::int32_t day_of_month, Date day) noexcept {
    const std::int32_t year = to_civil(day).year;
    const Date this_year = date_of(year, month, day_of_month);
    return this_year >= day ? this_year : date_of(year + 1, month, day_of_month);
}

/// A birth date as given: a closed interval of days, one day long when the date is exact.
struct DateRange {
    Date first;
    Date last;
    friend constexpr bool operator==(const DateRange&, const DateRange&) noexcept = default;
};

[[nodiscard]] constexpr bool is_exact(DateRange range) noexcept { return range.first == range.last; }

enum class AgeUnit : std::uint8_t { years, months };

/// The first day on which somebody born on `birth` has completed `amount` years or months.
[[nodiscard]] constexpr Date day_age_is_reached(Date birth, std::int32_t amount, AgeUnit unit,
                                                CalendarRules rules) noexcept {
    const std::int32_t months = unit == AgeUnit::years ? amount * 12 : amount;
    const CivilDate born = to_civil(birth);
    const bool leap_day = born.month == 2 && born.day == 29;
    if (!leap_day || months % 12 != 0) return add_months(born, months, rules.short_months);
    return add_months(
        born, months,
        rules.leap_birthday == LeapBirthday::march_1 ? ShortMonths::take_first_of_next : ShortMonths::take_last_day);
}

/// Whether somebody born on `birth` has completed `amount` years or months on a day. Mostly the days between tell, as
/// none of them has less than 28 or more than 31 days, or 365 or 366.
[[nodiscard]] constexpr bool has_reached_age(Date birth, Date on, std::int32_t amount, AgeUnit unit,
                                             CalendarRules rules) noexcept {
    const std::int32_t lived = on.days - birth.days;
    if (lived >= amount * (unit == AgeUnit::years ? 366 : 31)) return true;
    if (lived < amount * (unit == AgeUnit::years ? 365 : 28)) return false;
    return day_age_is_reached(birth, amount, unit, rules) <= on;
}

/// Whether `birth` and the day of reference contradict each other: birth surely after that day.
[[nodiscard]] constexpr bool birth_contradicts(const Fact<DateRange>& birth, const Fact<Date>& on) noexcept {
    return birth.presence == Presence::given && on.presence == Presence::given && birth.value.first > on.value;
}

[[nodiscard]] constexpr bool birth_contradicts(const Fact<DateRange>& birth, DateRange on) noexcept {
    return birth.presence == Presence::given && birth.value.first > on.last;
}

/// Age of at least `amount` on a day. A partial birth date decides only if its whole interval agrees, after
/// the part of it past `on` is dropped; a birth surely after `on` is unknown.
template <class Rules>
[[nodiscard, gnu::noinline]] constexpr Truth age_is_at_least(const Fact<DateRange>& birth, const Fact<Date>& on,
                                                             std::int32_t amount, AgeUnit unit, Rules rules) noexcept {
    if (birth.presence != Presence::given || on.presence != Presence::given) return Truth::unknown;
    if (birth.value.first > on.value) return Truth::unknown;
    const Date youngest = birth.value.last < on.value ? birth.value.last : on.value;
    const bool eldest_reached = has_reached_age(birth.value.first, on.value, amount, unit, rules);
    if (youngest == birth.value.first) return truth(eldest_reached);
    const bool youngest_reached = has_reached_age(youngest, on.value, amount, unit, rules);
    return eldest_reached == youngest_reached ? truth(eldest_reached) : Truth::unknown;
}

/// Age of at least `amount` on a day that is reckoned, of a range: who is born behind it has age 0.
[[nodiscard]] constexpr Truth age_is_at_least_by(const Fact<DateRange>& birth, DateRange on, std::int32_t amount,
                                                 AgeUnit unit, CalendarRules rules) noexcept {
    if (birth.presence != Presence::given) return Truth::unknown;
    if (amount <= 0) return Truth::yes;
    if (!has_reached_age(birth.value.first, on.last, amount, unit, rules)) return Truth::no;
    return has_reached_age(birth.value.last, on.first, amount, unit, rules) ? Truth::yes : Truth::unknown;
}

/// Age of at least `amount` on some day of a range: decides only if it holds, or does not, whatever the day and the
/// birth within their ranges. On a range of one day as above.
template <class Rules>
[[nodiscard, gnu::noinline]] constexpr Truth age_is_at_least(const Fact<DateRange>& birth, DateRange on,
                                                             std::int32_t amount, AgeUnit unit, Rules rules) noexcept {
    if (birth.presence != Presence::given || birth_contradicts(birth, on)) return Truth::unknown;
    if (!has_reached_age(birth.value.first, on.last, amount, unit, rules)) return Truth::no;
    const Date youngest = birth.value.last < on.first ? birth.value.last : on.first;
    return has_reached_age(youngest, on.first, amount, unit, rules) ? Truth::yes : Truth::unknown;
}

}  // namespace pol
