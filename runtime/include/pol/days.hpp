#pragma once

#include "pol/period.hpp"
#include "pol/tested.hpp"

namespace pol {

inline constexpr Date first_calendar_day = date_of(1800, 1, 1);
inline constexpr Date last_calendar_day = date_of(2199, 12, 31);

/// A day that conditions compute with: surely within `range`, and which of its readings (facts, numbered as written)
/// keep it from being exact. A day that nobody has given is any day of the calendar.
template <int Readings>
struct Day {
    DateRange range{first_calendar_day, last_calendar_day};
    Bits<Readings> missing{};
};

/// A day as written.
[[nodiscard]] constexpr Day<0> on(Date day) noexcept { return {.range = {day, day}, .missing = {}}; }
[[nodiscard]] inline constexpr Day<0> first_day() noexcept { return on(first_calendar_day); }
[[nodiscard]] inline constexpr Day<0> last_day() noexcept { return on(last_calendar_day); }

[[nodiscard]] constexpr Day<1> day_of(const Fact<DateRange>& fact, Evidence minimum) noexcept {
    Day<1> day;
    if (usable(fact, minimum)) day.range = fact.value;
    day.missing.add_if(0, !is_exact(day.range));
    return day;
}
[[nodiscard]] constexpr Day<1> day_of(const Fact<Date>& fact, Evidence minimum) noexcept {
    return day_of(Fact<DateRange>{{fact.value, fact.value}, fact.presence, fact.evidence}, minimum);
}

/// A date, or the day of a measurement (pol/computed.hpp), as a request gives it.
[[nodiscard]] constexpr Fact<DateRange> dated(const Fact<DateRange>& fact) noexcept { return fact; }
[[nodiscard]] constexpr Fact<DateRange> dated(const Fact<Date>& fact) noexcept {
    return {.value = {fact.value, fact.value}, .presence = fact.presence, .evidence = fact.evidence};
}

/// A day that is never before `earliest`, which is not asked for on its account. Where the two contradict each other
/// the day stands as it is given.
template <int Readings, int Earliest>
[[nodiscard]] constexpr Day<Readings> not_before(Day<Readings> day, const Day<Earliest>& earliest) noexcept {
    const Date bound = earliest.range.first;
    if (day.range.first < bound && bound <= day.range.last) day.range.first = bound;
    if (is_exact(day.range)) day.missing = {};
    return day;
}

template <int Readings>
[[nodiscard]] constexpr Day<Readings> moved(Day<Readings> day, Duration offset, ShortMonths rule) noexcept {
    const Date first = add_times(day.range.first, offset, 1, rule);
    day.range = {first, is_exact(day.range) ? first : add_times(day.range.last, offset, 1, rule)};
    return day;
}

namespace detail {
template <int Left, int Right>
[[nodiscard]] constexpr Tested<Left + Right> ordered(const Day<Left>& left, const Day<Right>& right, bool surely,
                                                     bool possibly) noexcept {
    Tested<Left + Right> tested{.truth = surely ? Truth::yes : possibly ? Truth::unknown : Truth::no, .open = {}};
    if (tested.truth != Truth::unknown) return tested;
    append(tested.open, left.missing, 0);
    append(tested.open, right.missing, Left);
    return tested;
}
}  // namespace detail

/// Age on a day, for the tests of ages in pol/tested.hpp.
template <int Readings>
[[nodiscard]] constexpr Truth reaches_age(const Fact<DateRange>& birth, const Day<Readings>& on, Age age,
                                          CalendarRules rules) noexcept {
    return age_is_at_least(birth, on.range, age.amount, age.unit, rules);
}

template <int Left, int Right>
[[nodiscard]] constexpr auto is_before(const Day<Left>& left, const Day<Right>& right) noexcept {
    return detail::ordered(left, right, left.range.last < right.range.first, left.range.first < right.range.last);
}
template <int Left, int Right>
[[nodiscard]] constexpr auto is_on_or_before(const Day<Left>& left, const Day<Right>& right) noexcept {
    return detail::ordered(left, right, left.range.last <= right.range.first, left.range.first <= right.range.last);
}

}  // namespace pol
