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

// Most numbers are whole, so that the same denominator spares the wide products.
[[nodiscard]] constexpr bool operator==(Number left, Number right) noexcept {
    if (left.denominator == right.denominator) return left.numerator == right.numerator;
    return left.numerator * right.denominator == right.numerator * left.denominator;
}
[[nodiscard]] constexpr bool operator!=(Number left, Number right) noexcept { return !(left == right); }
[[nodiscard]] constexpr bool operator<(Number left, Number right) noexcept {
    if (left.denominator == right.denominator) return left.numerator < right.numerator;
    return left.numerator * right.denominator < right.numerator * left.denominator;
}
[[nodiscard]] constexpr bool operator<=(Number left, Number right) noexcept { return !(right < left); }

[[nodiscard]] constexpr bool is_zero(Number value) noexcept { return value.numerator == 0; }
[[nodiscard]] constexpr Number lesser(Number left, Number right) noexcept { return right < left ? right : left; }
[[nodiscard]] constexpr Number greater(Number left, Number right) noexcept { return left < right ? right : left; }

/// How a policy rounds to a step: `rounded up to 0.5`, `rounded down to 1`, `rounded to 0.1` (a half goes up).
enum class Rounding : std::uint8_t { up, down, nearest };

namespace detail {
/// A value as a whole number and what is left above it, in parts of a positive denominator.
struct Split {
    WideInteger whole = 0;
    WideInteger rest = 0;
};
[[nodiscard]] constexpr bool is_narrow(WideInteger value) noexcept { return value == static_cast<std::int64_t>(value); }
/// Divides in 64 bits where both fit, which is many times faster than in 128.
[[nodiscard]] constexpr Split divided(WideInteger numerator, WideInteger denominator) noexcept {
    if (!is_narrow(numerator) || !is_narrow(denominator)) return {numerator / denominator, numerator % denominator};
    const auto narrow = static_cast<std::int64_t>(numerator);
    const auto divisor = static_cast<std::int64_t>(denominator);
    return {narrow / divisor, narrow % divisor};
}
[[nodiscard]] constexpr Split split(Number value) noexcept {
    if (value.denominator == 1) return {value.numerator, 0};
    const Split truncated = divided(value.numerator, value.denominator);
    if (truncated.rest >= 0) return truncated;
    return {truncated.whole - 1, truncated.rest + value.denominator};
}
/// The next decimal digit of `rest` / `denominator`, leaving what is behind it. Doubles and adds, as ten times a
/// large rest would not fit.
[[nodiscard]] constexpr int next_digit(WideInteger& rest, WideInteger denominator) noexcept {
    const WideInteger once = rest;
    int digit = 0;
    rest = 0;
    // Ten is 1010 in twos.
    for (int step = 0; step < 4; ++step) {
        rest *= 2;
        digit *= 2;
        if (step % 2 == 0) rest += once;
        for (; rest >= denominator; rest -= denominator) ++digit;
    }
    return digit;
}
}  // namespace detail

/// The multiple of `step`, which is positive.
[[nodiscard]] constexpr Number rounded(Number value, Rounding rounding, Number step) noexcept {
    const Number steps = value / step;
    detail::Split split = detail::split(steps);
    if (rounding == Rounding::up && split.rest > 0) ++split.whole;
    if (rounding == Rounding::nearest && split.rest >= steps.denominator - split.rest) ++split.whole;
    return Number{split.whole, 1} * step;
}

/// The value as a decimal of at most `most_places`, for showing: exact where it is one, otherwise rounded, a half up.
/// A value of more than 18 digits does not fit, and has none.
struct ShownNumber {
    Decimal decimal{};
    bool exact = true;
    bool fits = true;
};
[[nodiscard]] constexpr ShownNumber shown(Number value) noexcept {
    constexpr ShownNumber none{.decimal = {}, .exact = false, .fits = false};
    constexpr WideInteger limit = power_of_ten(18);
    detail::Split split = detail::split(value);
    if (detail::magnitude(split.whole) >= limit) return none;
    int places = 0;
    for (; split.rest != 0 && places < most_places; ++places)
        split.whole = split.whole * 10 + detail::next_digit(split.rest, value.denominator);
    const bool exact = split.rest == 0;
    if (split.rest >= value.denominator - split.rest) ++split.whole;
    for (; places > 0 && split.whole % 10 == 0; --places) split.whole /= 10;
    if (detail::magnitude(split.whole) >= limit) return none;
    return {.decimal = {static_cast<std::int64_t>(split.whole), static_cast<std::uint8_t>(places)},
            .exact = exact,
            .fits = true};
}

/// Whether a fact may carry the value: no more digits and decimals than any can, and from `least` through `most`, which
/// have no more themselves.
[[nodiscard]] constexpr bool is_between(Decimal value, Decimal least, Decimal most) noexcept {
    if (value.places == least.places && value.places == most.places)
        return least.digits <= value.digits && value.digits <= most.digits;
    return is_within_bounds(value) && number(least) <= number(value) && number(value) <= number(most);
}

}  // namespace pol
