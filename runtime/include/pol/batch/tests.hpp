#pragma once

#include "pol/batch/block.hpp"
#include "pol/batch/value_tests.hpp"
#include "pol/tested.hpp"

#include <cstdint>

namespace pol::batch {

/// Single tests of a block, by the names of those of one request (pol/tested.hpp).

template <class Value, class... Values>
[[nodiscard]] Planes is_one_of(const Choice<Value>& fact, Evidence minimum, Values... values) noexcept {
    const Plane usable = fact.usable(minimum);
    const Plane yes = (fact.says(minimum, values, usable) | ...);
    return {.yes = yes, .no = usable & ~yes};
}
template <class Value>
[[nodiscard]] Planes is(const Choice<Value>& fact, Evidence minimum, Value value) noexcept {
    return is_one_of(fact, minimum, value);
}
template <class Value>
[[nodiscard]] Planes is_not(const Choice<Value>& fact, Evidence minimum, Value value) noexcept {
    return negate(is_one_of(fact, minimum, value));
}

/// Rows whose fact is, or may be, one of the values: the routes that they may take.
template <class Value, class... Values>
[[nodiscard]] Plane may_be(const Choice<Value>& fact, Values... values) noexcept {
    return ~is_one_of(fact, Evidence::none, values...).no;
}

/// Rows in which a fact says yes and what it implies says no. Neither is known there, once `contradict` has said so.
[[nodiscard]] inline Plane contradicting(const Choice<YesNo>& fact, const Choice<YesNo>& implied) noexcept {
    return is(fact, Evidence::none, YesNo::yes).yes & is(implied, Evidence::none, YesNo::no).yes;
}

namespace detail {

/// Rows in which somebody born on those days has reached the age on the others. Mostly the days between tell, as in
/// pol::has_reached_age; the others are looked at one by one, only in the rows of `wanted`.
[[nodiscard]] inline Plane reached(const std::int32_t* birth, const std::int32_t* on, Plane wanted, Age age,
                                   CalendarRules rules) noexcept {
    const bool in_years = age.unit == AgeUnit::years;
    Plane yes = at_least_apart(birth, on, age.amount * (in_years ? 366 : 31));
    const Plane maybe = at_least_apart(birth, on, age.amount * (in_years ? 365 : 28)) & ~yes & wanted;
    for_each_row(maybe, [&](int row) {
        yes |= Plane{has_reached_age(Date{birth[row]}, Date{on[row]}, age.amount, age.unit, rules)} << row;
    });
    return yes;
}

}  // namespace detail

/// As pol::age_is_at_least on an exact day.
[[nodiscard]] inline Planes reaches_age(const DayRanges& birth, const Days& on, Age age, CalendarRules rules) noexcept {
    const Plane known = birth.given() & on.given() & at_least_apart(birth.first(), on.first(), 0);
    const Plane eldest = detail::reached(birth.first(), on.first(), known, age, rules);
    if (birth.is_exact()) return {.yes = eldest & known, .no = known & ~eldest};
    std::int32_t youngest_birth[rows_in_block];
    write_earlier(birth.last(), on.first(), youngest_birth);
    const Plane youngest = detail::reached(youngest_birth, on.first(), known, age, rules);
    return {.yes = eldest & youngest & known, .no = known & ~eldest & ~youngest};
}
/// As pol::age_is_at_least on some day of a range.
template <class OnDays>
requires AreDays<OnDays>
[[nodiscard]] Planes reaches_age(const DayRanges& birth, const OnDays& days, Age age, CalendarRules rules) noexcept {
    const DayBlock on(days);
    const Plane known = birth.given() & ~before(on.last(), birth.first());
    std::int32_t youngest_birth[rows_in_block];
    write_earlier(birth.last(), on.first(), youngest_birth);
    return {.yes = known & detail::reached(youngest_birth, on.first(), known, age, rules),
            .no = known & ~detail::reached(birth.first(), on.last(), known, age, rules)};
}

/// Days that are reckoned or written, as those of an age: who is born behind one has age 0.
template <class OnDays>
struct ReckonedDays {
    OnDays days;
};
template <class OnDays>
requires AreDays<OnDays>
[[nodiscard]] ReckonedDays<OnDays> reckoned(const OnDays& days) noexcept { return {days}; }
namespace detail {
/// As pol::age_is_at_least_by.
template <class OnDays>
[[nodiscard]] Planes reaches_age_by(const DayRanges& birth, const OnDays& days, Age age, CalendarRules rules) noexcept {
    const Plane known = birth.given();
    if (age.amount <= 0) return {.yes = known, .no = 0};
    const DayBlock on(days);
    return {.yes = known & reached(birth.last(), on.first(), known, age, rules),
            .no = known & ~reached(birth.first(), on.last(), known, age, rules)};
}
}  // namespace detail
template <class OnDays>
[[nodiscard]] Planes reaches_age(const DayRanges& birth, const ReckonedDays<OnDays>& on, Age age,
                                 CalendarRules rules) noexcept {
    return detail::reaches_age_by(birth, on.days, age, rules);
}
/// On a day as written.
[[nodiscard]] inline Planes reaches_age(const DayRanges& birth, const ReckonedDay<0>& on, Age age,
                                        CalendarRules rules) noexcept {
    return detail::reaches_age_by(birth, on.day, age, rules);
}

template <class On>
[[nodiscard]] Planes has_age(const DayRanges& birth, const On& on, Age age, CalendarRules rules) noexcept {
    return unless(reaches_age(birth, on, age, rules), reaches_age(birth, on, {age.amount + 1, age.unit}, rules));
}

template <class On>
[[nodiscard]] Planes age_at_least(const DayRanges& birth, const On& on, Age age, CalendarRules rules) noexcept {
    return reaches_age(birth, on, age, rules);
}
template <class On>
[[nodiscard]] Planes age_less_than(const DayRanges& birth, const On& on, Age age, CalendarRules rules) noexcept {
    return negate(reaches_age(birth, on, age, rules));
}
template <class On>
[[nodiscard]] Planes age_more_than(const DayRanges& birth, const On& on, Age age, CalendarRules rules) noexcept {
    return reaches_age(birth, on, {age.amount + 1, age.unit}, rules);
}
template <class On>
[[nodiscard]] Planes age_at_most(const DayRanges& birth, const On& on, Age age, CalendarRules rules) noexcept {
    return negate(reaches_age(birth, on, {age.amount + 1, age.unit}, rules));
}
template <class On>
[[nodiscard]] Planes age_is(const DayRanges& birth, const On& on, Age age, CalendarRules rules) noexcept {
    return has_age(birth, on, age, rules);
}
template <class On>
[[nodiscard]] Planes age_is_not(const DayRanges& birth, const On& on, Age age, CalendarRules rules) noexcept {
    return negate(has_age(birth, on, age, rules));
}

}  // namespace pol::batch
