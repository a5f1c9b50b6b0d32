#pragma once

#include "pol/decimal.hpp"

#include <cstdint>

namespace pol {

__extension__ typedef __int128 WideInteger;

/// An exact fraction: what conditions compute with. Never rounded unless a policy says so; the denominator is
/// positive. Fractions are reduced only where they grow, so the same value may have several forms; compare with `==`.
struct Number {
    WideInteger numerator = 0;
    WideInteger denominator = 1;
};

[[nodiscard]] constexpr Number number(std::int64_t value) noexcept { return {value, 1}; }
[[nodiscard]] constexpr Number number(std::int64_t numerator, std::int64_t denominator) noexcept {
    return {numerator, denominator};
}
[[nodiscard]] constexpr Number number(Decimal value) noexcept { return {value.digits, power_of_ten(value.places)}; }

namespace detail {
[[nodiscard]] constexpr WideInteger magnitude(WideInteger value) noexcept { return value < 0 ? -value : value; }
[[nodiscard]] constexpr Number reduced(Number value) noexcept {
    constexpr WideInteger small = static_cast<WideInteger>(1) << 62;
    if (magnitude(value.numerator) < small && value.denominator < small) return value;
    WideInteger divisor = magnitude(value.numerator);
    for (WideInteger rest = value.denominator; rest != 0;) {
        const WideInteger next = divisor % rest;
        divisor = rest;
        rest = next;
    }
    return {value.numerator / divisor, value.denominator / divisor};
}
}  // namespace detail

[[nodiscard]] constexpr Number operator+(Number left, Number right) noexcept {
    if (left.denominator == right.denominator) return {left.numerator + right.numerator, left.denominator};
    return detail::reduced({left.numerator * right.denominator + right.numerator * left.denominator,
                            left.denominator * right.denominator});
}
[[nodiscard]] constexpr Number operator-(Number value) noexcept { return {-value.numerator, value.denominator}; }
[[nodiscard]] constexpr Number operator-(Number left, Number right) noexcept { return left + -right; }
[[nodiscard]] constexpr Number operator*(Number left, Number right) noexcept {
    return detail::reduced({left.numerator * right.numerator, left.denominator * right.denominator});
}
/// `right` must not be zero.
[[nodiscard]] constexpr Number operator/(Number left, Number right) noexcept {
    const Number inverse =
        right.numerator < 0 ? Number{-right.denominator, -right.numerator} : Number{right.denominator, right.numerator};
    return left * inverse;
}

[[nodiscard]] constexpr bool operator==(Number left, Number right) noexcept {
    return left.numerator * right.denominator == right.numerator * left.denominator;
}
[[nodiscard]] constexpr bool operator!=(Number left, Number right) noexcept { return !(left == right); }
[[nodiscard]] constexpr bool operator<(Number left, Number right) noexcept {
    return left.numerator * right.denominator < right.numerator * left.denominator;
}
[[nodiscard]] constexpr bool operator<=(Number left, Number right) noexcept { return !(right < left); }

[[nodiscard]] constexpr bool is_zero(Number value) noexcept { return value.numerator == 0; }
[[nodiscard]] constexpr Number lesser(Number left, Number right) noexcept { return right < left ? right : left; }
[[nodiscard]] constexpr Number greater(Number left, Number right) noexcept { return left < right ? right : left; }

/// How a policy rounds to a step: `rounded up to 0.5`, `rounded down to 1`, `rounded to 0.1` (a half goes up).
enum class Rounding : std::uint8_t { up, down, nearest };

/// The multiple of `step`, which is positive.
[[nodiscard]] constexpr Number rounded(Number value, Rounding rounding, Number step) noexcept {
    Number steps = value / step;
    if (rounding == Rounding::nearest) steps = steps + Number{1, 2};
    WideInteger whole = steps.numerator / steps.denominator;
    const WideInteger rest = steps.numerator % steps.denominator;
    if (rounding == Rounding::up && rest > 0) ++whole;
    if (rounding != Rounding::up && rest < 0) --whole;
    return Number{whole, 1} * step;
}

/// The value as a decimal of at most `most_places`, for showing; `exact` is false where more would be needed (then it
/// is cut off).
struct ShownNumber {
    Decimal decimal{};
    bool exact = true;
};
[[nodiscard]] constexpr ShownNumber shown(Number value) noexcept {
    ShownNumber result;
    WideInteger rest = value.numerator % value.denominator;
    WideInteger digits = value.numerator / value.denominator;
    while (rest != 0 && result.decimal.places < most_places) {
        digits = digits * 10 + rest * 10 / value.denominator;
        rest = rest * 10 % value.denominator;
        ++result.decimal.places;
    }
    result.decimal.digits = static_cast<std::int64_t>(digits);
    result.exact = rest == 0;
    return result;
}

}  // namespace pol
