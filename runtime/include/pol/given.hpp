#pragma once

#include "pol/date.hpp"
#include "pol/evidence.hpp"
#include "pol/measurement.hpp"
#include "pol/notation.hpp"

#include <cstdint>

namespace pol {

/// How a caller fills in a request: `request.diagnosis = pol::documented(Diagnosis::als)`.

/// A fact without evidence: the facts of the request itself and the plan's.
template <class Value>
[[nodiscard]] constexpr Fact<Value> given(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::none};
}

/// What a provider only says, attests, or documents.
template <class Value>
[[nodiscard]] constexpr Fact<Value> claimed(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::claimed};
}
template <class Value>
[[nodiscard]] constexpr Fact<Value> attested(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::attested};
}
template <class Value>
[[nodiscard]] constexpr Fact<Value> documented(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::documented};
}

/// `request.first_start = pol::not_knowable`: nobody can find out, so it is never asked.
struct NotKnowable {
    template <class Value>
    constexpr operator Fact<Value>() const noexcept {
        return {.value = Value{}, .presence = Presence::not_knowable, .evidence = Evidence::none};
    }
};
inline constexpr NotKnowable not_knowable;

/// Days of a request: one day, or some day of a month or year, as in
/// `request.onset = pol::documented(pol::some_day_in(2026, 2))`.
[[nodiscard]] constexpr DateRange exact_day(Date day) noexcept { return {day, day}; }
[[nodiscard]] constexpr DateRange some_day_in(std::int32_t year, std::int32_t month) noexcept {
    return {date_of(year, month, 1), date_of(year, month, days_in_month(year, month))};
}
[[nodiscard]] constexpr DateRange some_day_in(std::int32_t year) noexcept {
    return {date_of(year, 1, 1), date_of(year, 12, 31)};
}

namespace detail {
/// Called, and so the end of the build, where `decimal` is not written as one.
inline void is_not_a_decimal() noexcept {}
}  // namespace detail

/// A number as it is written, in the fact's declared unit: `request.weight = pol::documented(pol::decimal("7.2"))`.
/// What is not a plain decimal of at most 15 digits and 6 places does not build.
template <std::uint32_t N>
[[nodiscard]] consteval Decimal decimal(const char (&written)[N]) noexcept {
    Decimal value;
    const bool negative = written[0] == '-';
    bool behind_point = false;
    bool follows_digit = false;
    for (std::uint32_t i = negative ? 1 : 0; i + 1 < N; ++i) {
        if (written[i] == '.' && follows_digit && !behind_point) {
            behind_point = true;
            follows_digit = false;
            continue;
        }
        if (!detail::is_digit(written[i])) detail::is_not_a_decimal();
        follows_digit = true;
        value.digits = value.digits * 10 + (written[i] - '0');
        if (behind_point) ++value.places;
        if (value.digits > largest_digits || value.places > most_places) detail::is_not_a_decimal();
    }
    if (!follows_digit) detail::is_not_a_decimal();
    if (negative) value.digits = -value.digits;
    return value;
}

/// A value with the day it was taken: `pol::documented(pol::measurement(pol::decimal("9.4"), day))`.
[[nodiscard]] constexpr Measurement measurement(Decimal value, DateRange on) noexcept { return {value, on}; }
[[nodiscard]] constexpr Measurement measurement(Decimal value, Date on) noexcept { return {value, exact_day(on)}; }

/// What was found on a day: `pol::documented(pol::found(PregnancyTest::negative, day))`.
template <class Value>
[[nodiscard]] constexpr Measurement found(Value value, DateRange on) noexcept {
    return {place_of(value), on};
}
template <class Value>
[[nodiscard]] constexpr Measurement found(Value value, Date on) noexcept {
    return {place_of(value), exact_day(on)};
}

/// A birth date known to the day, the month or the year.
[[nodiscard]] constexpr Fact<DateRange> born_on(Date day) noexcept { return given(exact_day(day)); }
[[nodiscard]] constexpr Fact<DateRange> born_in(std::int32_t year, std::int32_t month) noexcept {
    return given(some_day_in(year, month));
}
[[nodiscard]] constexpr Fact<DateRange> born_in(std::int32_t year) noexcept { return given(some_day_in(year)); }

}  // namespace pol
