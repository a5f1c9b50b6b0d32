#pragma once

#include "pol/batch/day_tests.hpp"
#include "pol/batch/number_block.hpp"
#include "pol/batch/row_values.hpp"

namespace pol::batch {

/// Functions by the names of those of one value (pol/computed.hpp), with what each says of a row.

template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] auto operator+(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one + two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] auto operator-(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one - two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] auto operator*(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one * two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] auto operator/(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one / two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] auto lesser_of(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return lesser_of(one, two); }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] auto greater_of(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return greater_of(one, two); }, left, right);
}
template <class Value>
requires AreValues<Value>
[[nodiscard]] auto rounded(const Value& value, Rounding rounding, Number step) noexcept {
    return detail::value_rows([=](const auto& one) { return rounded(one, rounding, step); }, value);
}

template <class From, class To>
requires AreDays<From, To>
[[nodiscard]] auto days_between(const From& from, const To& to) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return days_between(one, two); }, from, to);
}
template <class From, class To>
requires AreDays<From, To>
[[nodiscard]] auto weeks_between(const From& from, const To& to) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return weeks_between(one, two); }, from, to);
}
template <class From, class To>
requires AreDays<From, To>
[[nodiscard]] auto months_between(const From& from, const To& to, ShortMonths rule) noexcept {
    return detail::value_rows([=](const auto& one, const auto& two) { return months_between(one, two, rule); }, from,
                              to);
}
template <class From, class To>
requires AreDays<From, To>
[[nodiscard]] auto years_between(const From& from, const To& to, ShortMonths rule) noexcept {
    return detail::value_rows([=](const auto& one, const auto& two) { return years_between(one, two, rule); }, from,
                              to);
}

/// Numbers that are given with at least the `minimum` evidence.
[[nodiscard]] inline Amounts amount_of(const Numbers& fact, Evidence minimum) noexcept {
    return {.digits = fact.digits(), .places = fact.places(), .known = fact.usable(minimum)};
}
/// Measurements that were surely taken from `from` through `through`.
template <class From, class Through>
[[nodiscard]] Amounts measured(const Measurements& fact, Evidence minimum, const From& from,
                               const Through& through) noexcept {
    const GivenDays taken = day_of(fact, minimum);
    const Plane in_time = all_of(is_on_or_before(from, taken), is_on_or_before(taken, through)).yes;
    return {.digits = fact.digits(), .places = fact.places(), .known = fact.usable(minimum) & in_time};
}
/// In another unit, or multiplied by any other constant.
[[nodiscard]] inline Amounts operator*(const Amounts& amounts, const Computed<0>& factor) noexcept {
    return {.digits = amounts.digits,
            .places = amounts.places,
            .known = amounts.known,
            .factor = amounts.factor * factor.value};
}

template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_at_least(const Left& left, const Right& right) noexcept {
    return detail::tested_rows([](const auto& one, const auto& two) { return is_at_least(one, two); }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_more_than(const Left& left, const Right& right) noexcept {
    return detail::tested_rows([](const auto& one, const auto& two) { return is_more_than(one, two); }, left, right);
}

namespace detail {
[[nodiscard]] constexpr bool is_narrow(Number value) noexcept {
    return pol::detail::is_narrow(value.numerator) && pol::detail::is_narrow(value.denominator);
}
/// Whether a limit can be brought into the digits of a column: a factor that is not positive would turn the comparison
/// round, or leave nothing of it, and large ones would not fit.
[[nodiscard]] constexpr bool is_told_by_digits(Number limit, Number factor) noexcept {
    return number(0) < factor && is_narrow(limit) && is_narrow(factor) && is_narrow(limit / factor);
}
}  // namespace detail

/// Numbers as they are given are compared with a limit in the digits of their column, many at once.
[[nodiscard]] inline Planes is_at_least(const Amounts& amounts, const Computed<0>& limit) noexcept {
    if (!detail::is_told_by_digits(limit.value, amounts.factor))
        return detail::tested_rows([&](const auto& one) { return is_at_least(one, limit); }, amounts);
    const Digits digits = digits_of(limit.value / amounts.factor, amounts.places);
    const Plane holds = at_least(amounts.digits, digits.at_least());
    return {.yes = amounts.known & holds, .no = amounts.known & ~holds};
}
[[nodiscard]] inline Planes is_more_than(const Amounts& amounts, const Computed<0>& limit) noexcept {
    if (!detail::is_told_by_digits(limit.value, amounts.factor))
        return detail::tested_rows([&](const auto& one) { return is_more_than(one, limit); }, amounts);
    const Digits digits = digits_of(limit.value / amounts.factor, amounts.places);
    const Plane holds = at_least(amounts.digits, digits.whole + 1);
    return {.yes = amounts.known & holds, .no = amounts.known & ~holds};
}

template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_at_most(const Left& left, const Right& right) noexcept {
    return negate(is_more_than(left, right));
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_less_than(const Left& left, const Right& right) noexcept {
    return negate(is_at_least(left, right));
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_equal(const Left& left, const Right& right) noexcept {
    return unless(is_at_least(left, right), is_more_than(left, right));
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_different(const Left& left, const Right& right) noexcept {
    return negate(is_equal(left, right));
}

}  // namespace pol::batch
