#pragma once

#include "pol/bits.hpp"
#include "pol/date.hpp"
#include "pol/evidence.hpp"

#include <cstdint>

namespace pol {

/// A condition applied to a request: its truth and, where that is unknown, which of its `Tests` single tests keep it
/// so, numbered as written. A test counts only while every group above it is unknown, so the set is empty for a
/// condition whose truth is known. Evaluators that only read `truth` do not pay for `open`.
template <int Tests>
struct Tested {
    static constexpr int size = Tests;
    Truth truth = Truth::unknown;
    Bits<Tests> open;
};

[[nodiscard]] constexpr Tested<1> single_test(Truth truth) noexcept {
    Tested<1> tested{.truth = truth, .open = {}};
    tested.open.add_if(0, truth == Truth::unknown);
    return tested;
}

/// An age in one unit, `18 years`.
struct Age {
    std::int32_t amount = 0;
    AgeUnit unit = AgeUnit::years;
};
[[nodiscard]] constexpr Age years(std::int32_t amount) noexcept { return {amount, AgeUnit::years}; }
[[nodiscard]] constexpr Age months(std::int32_t amount) noexcept { return {amount, AgeUnit::months}; }

/// Single tests. A fact counts where it is given with at least the `minimum` evidence.
template <class Value>
[[nodiscard]] constexpr Tested<1> is(const Fact<Value>& fact, Evidence minimum, Value value) noexcept {
    return single_test(usable(fact, minimum) ? truth(fact.value == value) : Truth::unknown);
}
template <class Value>
[[nodiscard]] constexpr Tested<1> is_not(const Fact<Value>& fact, Evidence minimum, Value value) noexcept {
    return single_test(usable(fact, minimum) ? truth(fact.value != value) : Truth::unknown);
}
template <class Value, class... Values>
[[nodiscard]] constexpr Tested<1> is_one_of(const Fact<Value>& fact, Evidence minimum, Values... values) noexcept {
    return single_test(usable(fact, minimum) ? truth(((fact.value == values) || ...)) : Truth::unknown);
}

/// Age from `birth` to the day `on` (an exact date, or a Day of pol/days.hpp), in completed years or months.
[[nodiscard]] constexpr Truth reaches_age(const Fact<DateRange>& birth, const Fact<Date>& on, Age age,
                                          CalendarRules rules) noexcept {
    return age_is_at_least(birth, on, age.amount, age.unit, rules);
}
/// The test of an age with that truth: one single test, whatever it is the age on.
template <class Day>
[[nodiscard]] constexpr Tested<1> tested_age(Truth truth, const Fact<DateRange>&, const Day&) noexcept {
    return single_test(truth);
}
template <class Day>
[[nodiscard]] constexpr Truth has_age(const Fact<DateRange>& birth, const Day& on, Age age,
                                      CalendarRules rules) noexcept {
    return unless(reaches_age(birth, on, age, rules), reaches_age(birth, on, {age.amount + 1, age.unit}, rules));
}
template <class Day>
[[nodiscard]] constexpr auto age_at_least(const Fact<DateRange>& birth, const Day& on, Age age,
                                          CalendarRules rules) noexcept {
    return tested_age(reaches_age(birth, on, age, rules), birth, on);
}
template <class Day>
[[nodiscard]] constexpr auto age_less_than(const Fact<DateRange>& birth, const Day& on, Age age,
                                           CalendarRules rules) noexcept {
    return tested_age(negate(reaches_age(birth, on, age, rules)), birth, on);
}
template <class Day>
[[nodiscard]] constexpr auto age_more_than(const Fact<DateRange>& birth, const Day& on, Age age,
                                           CalendarRules rules) noexcept {
    return tested_age(reaches_age(birth, on, {age.amount + 1, age.unit}, rules), birth, on);
}
template <class Day>
[[nodiscard]] constexpr auto age_at_most(const Fact<DateRange>& birth, const Day& on, Age age,
                                         CalendarRules rules) noexcept {
    return tested_age(negate(reaches_age(birth, on, {age.amount + 1, age.unit}, rules)), birth, on);
}
template <class Day>
[[nodiscard]] constexpr auto age_is(const Fact<DateRange>& birth, const Day& on, Age age,
                                    CalendarRules rules) noexcept {
    return tested_age(has_age(birth, on, age, rules), birth, on);
}
template <class Day>
[[nodiscard]] constexpr auto age_is_not(const Fact<DateRange>& birth, const Day& on, Age age,
                                        CalendarRules rules) noexcept {
    return tested_age(negate(has_age(birth, on, age, rules)), birth, on);
}

/// Adds the members of `part`, each moved up by `offset`.
template <int N, int M>
constexpr void append(Bits<N>& set, const Bits<M>& part, int offset) noexcept {
    if constexpr (M == 0) return;
    for (int i = 0; i < Bits<M>::word_count; ++i) {
        const int place = offset + i * 64;
        const int word = place / 64;
        const int shift = place % 64;
        set.words[word] |= part.words[i] << shift;
        if (shift != 0 && word + 1 < Bits<N>::word_count) set.words[word + 1] |= part.words[i] >> (64 - shift);
    }
}

/// A group of that truth: the open tests of its members, numbered through, while it is unknown itself.
template <int... Tests>
[[nodiscard]] constexpr Tested<(Tests + ...)> group_of(Truth truth, const Tested<Tests>&... members) noexcept {
    Tested<(Tests + ...)> group{.truth = truth, .open = {}};
    if (truth != Truth::unknown) return group;
    int offset = 0;
    ((append(group.open, members.open, offset), offset += Tests), ...);
    return group;
}

template <int... Tests>
[[nodiscard]] constexpr auto all_of(const Tested<Tests>&... members) noexcept {
    return group_of(all_of(members.truth...), members...);
}
template <int... Tests>
[[nodiscard]] constexpr auto any_of(const Tested<Tests>&... members) noexcept {
    return group_of(any_of(members.truth...), members...);
}
template <int... Tests>
[[nodiscard]] constexpr auto none_of(const Tested<Tests>&... members) noexcept {
    return group_of(none_of(members.truth...), members...);
}
template <int... Tests>
[[nodiscard]] constexpr auto at_least(int wanted, const Tested<Tests>&... members) noexcept {
    return group_of(at_least(wanted, members.truth...), members...);
}
/// Where the premise surely does not hold nothing is asked.
template <int Premise, int Conclusion>
[[nodiscard]] constexpr auto if_then(const Tested<Premise>& premise, const Tested<Conclusion>& conclusion) noexcept {
    return group_of(any_of(negate(premise.truth), conclusion.truth), premise, conclusion);
}
template <int Tests>
[[nodiscard]] constexpr Tested<Tests> negate(Tested<Tests> tested) noexcept {
    tested.truth = negate(tested.truth);
    return tested;
}
template <int Base, int Exception>
[[nodiscard]] constexpr auto unless(const Tested<Base>& base, const Tested<Exception>& exception) noexcept {
    return group_of(unless(base.truth, exception.truth), base, exception);
}

}  // namespace pol
