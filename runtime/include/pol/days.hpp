#pragma once

#include "pol/period.hpp"
#include "pol/tested.hpp"

namespace pol {

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

/// A day that has become exact lacks nothing.
template <int Readings>
[[nodiscard]] constexpr Day<Readings> exact_or_missing(Day<Readings> day) noexcept {
    if (is_exact(day.range)) day.missing = {};
    return day;
}

/// A day that is never before `earliest`, which is not asked for on its account. Where the two contradict each other
/// the day stands as it is given.
template <int Readings, int Earliest>
[[nodiscard]] constexpr Day<Readings> not_before(Day<Readings> day, const Day<Earliest>& earliest) noexcept {
    const Date bound = earliest.range.first;
    if (day.range.first < bound && bound <= day.range.last) day.range.first = bound;
    return exact_or_missing(day);
}

template <int Readings>
[[nodiscard]] constexpr Day<Readings> moved(Day<Readings> day, Duration offset, ShortMonths rule) noexcept {
    const Date first = add_times(day.range.first, offset, 1, rule);
    const Date last = is_exact(day.range) ? first : add_times(day.range.last, offset, 1, rule);
    return exact_or_missing(Day<Readings>{.range = {first, last}, .missing = day.missing});
}

/// That day of the year which is the day itself or lies nearest before it, or after it.
template <int Readings>
[[nodiscard]] constexpr Day<Readings> last_yearly(std::int32_t month, std::int32_t day_of_month,
                                                  const Day<Readings>& day) noexcept {
    return exact_or_missing(Day<Readings>{
        .range = {last_yearly(month, day_of_month, day.range.first), last_yearly(month, day_of_month, day.range.last)},
        .missing = day.missing});
}
template <int Readings>
[[nodiscard]] constexpr Day<Readings> next_yearly(std::int32_t month, std::int32_t day_of_month,
                                                  const Day<Readings>& day) noexcept {
    return exact_or_missing(Day<Readings>{
        .range = {next_yearly(month, day_of_month, day.range.first), next_yearly(month, day_of_month, day.range.last)},
        .missing = day.missing});
}

/// The earlier or later of two days. One that surely is not the one that is chosen alone is not asked for.
template <int Left, int Right>
[[nodiscard]] constexpr Day<Left + Right> earlier_of(const Day<Left>& left, const Day<Right>& right) noexcept {
    Day<Left + Right> earlier;
    earlier.range.first = left.range.first < right.range.first ? left.range.first : right.range.first;
    earlier.range.last = left.range.last < right.range.last ? left.range.last : right.range.last;
    if (is_exact(earlier.range)) return earlier;
    if (left.range.first < right.range.last) append(earlier.missing, left.missing, 0);
    if (right.range.first < left.range.last) append(earlier.missing, right.missing, Left);
    return earlier;
}
template <int Left, int Right>
[[nodiscard]] constexpr Day<Left + Right> later_of(const Day<Left>& left, const Day<Right>& right) noexcept {
    Day<Left + Right> later;
    later.range.first = left.range.first < right.range.first ? right.range.first : left.range.first;
    later.range.last = left.range.last < right.range.last ? right.range.last : left.range.last;
    if (is_exact(later.range)) return later;
    if (right.range.first < left.range.last) append(later.missing, left.missing, 0);
    if (left.range.first < right.range.last) append(later.missing, right.missing, Left);
    return later;
}

/// One day of a day by cases, chosen where `when` holds and no earlier case does.
template <int Tests, int Readings>
struct DayCase {
    Tested<Tests> when;
    Day<Readings> day;
};
template <int Tests, int Readings>
[[nodiscard]] constexpr DayCase<Tests, Readings> in_case(const Tested<Tests>& when, const Day<Readings>& day) noexcept {
    return {when, day};
}
/// The last day, where no case before it holds.
template <int Readings>
[[nodiscard]] constexpr Day<Readings> first_of(const Day<Readings>& otherwise) noexcept {
    return otherwise;
}
/// Any day of the cases that may still be the first to hold.
template <int Tests, int Readings, int Others>
[[nodiscard]] constexpr auto chosen_of(const DayCase<Tests, Readings>& head, const Day<Others>& others) noexcept {
    Day<Tests + Readings + Others> chosen;
    const bool possible = head.when.truth != Truth::no;
    const bool others_possible = head.when.truth != Truth::yes;
    chosen.range = possible ? head.day.range : others.range;
    if (possible && others_possible) {
        if (others.range.first < chosen.range.first) chosen.range.first = others.range.first;
        if (chosen.range.last < others.range.last) chosen.range.last = others.range.last;
    }
    if (is_exact(chosen.range)) return chosen;
    append(chosen.missing, head.when.open, 0);
    if (possible) append(chosen.missing, head.day.missing, Tests);
    if (others_possible) append(chosen.missing, others.missing, Tests + Readings);
    return chosen;
}
template <int Tests, int Readings, class... Rest>
[[nodiscard]] constexpr auto first_of(const DayCase<Tests, Readings>& head, const Rest&... rest) noexcept {
    return chosen_of(head, first_of(rest...));
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

/// A day that is reckoned or written, as the day of an age: who is born behind it has age 0. The test reads the birth,
/// then the day.
template <int Readings>
struct ReckonedDay {
    Day<Readings> day;
};
template <int Readings>
[[nodiscard]] constexpr ReckonedDay<Readings> reckoned(const Day<Readings>& day) noexcept {
    return {day};
}
template <int Readings>
[[nodiscard]] constexpr Truth reaches_age(const Fact<DateRange>& birth, const ReckonedDay<Readings>& on, Age age,
                                          CalendarRules rules) noexcept {
    return age_is_at_least_by(birth, on.day.range, age.amount, age.unit, rules);
}
template <int Readings>
[[nodiscard]] constexpr Tested<1 + Readings> tested_age(Truth truth, const Fact<DateRange>& birth,
                                                        const ReckonedDay<Readings>& on) noexcept {
    Tested<1 + Readings> tested{.truth = truth, .open = {}};
    if (truth != Truth::unknown) return tested;
    // A partial birth date may well do; that shows only when the day is there.
    tested.open.add_if(0, birth.presence != Presence::given || is_exact(on.day.range));
    append(tested.open, on.day.missing, 1);
    return tested;
}

template <int Left, int Right>
[[nodiscard]] constexpr auto is_before(const Day<Left>& left, const Day<Right>& right) noexcept {
    return detail::ordered(left, right, left.range.last < right.range.first, left.range.first < right.range.last);
}
template <int Left, int Right>
[[nodiscard]] constexpr auto is_on_or_before(const Day<Left>& left, const Day<Right>& right) noexcept {
    return detail::ordered(left, right, left.range.last <= right.range.first, left.range.first <= right.range.last);
}

/// Days counted from another: `{.from = -34, .through = 0}` are the 34 before it and the day itself.
struct DaysAround {
    std::int32_t from = 0;
    std::int32_t through = 0;
};

/// Whether a date lies in a window around another one: not after its last day, and not before its first. Reads the
/// date and the other for each of these, the second time the other one first. Not copied into every clause with a
/// window, which would make evaluators large, and slow to compile.
template <class Value>
[[nodiscard, gnu::noinline]] constexpr Tested<4> lies_in(const Fact<Value>& fact, Evidence minimum, DaysAround window,
                                                         const Fact<Date>& other, Evidence other_minimum) noexcept {
    const Day<1> day = day_of(fact, minimum);
    const Day<1> around = day_of(other, other_minimum);
    if (is_exact(day.range) && is_exact(around.range)) {
        const std::int32_t distance = day.range.first.days - around.range.first.days;
        return {.truth = truth(window.from <= distance && distance <= window.through), .open = {}};
    }
    const auto moved_by = [&](std::int32_t days) {
        return Day<1>{.range = {add_days(around.range.first, days), add_days(around.range.last, days)},
                      .missing = around.missing};
    };
    return all_of(is_on_or_before(day, moved_by(window.through)), is_on_or_before(moved_by(window.from), day));
}

}  // namespace pol
