#pragma once

#include <cstdint>

namespace pol {

/// An exact decimal: `digits` / 10^`places`. What a request carries has at most `largest_digits` and `most_places`.
struct Decimal {
    std::int64_t digits = 0;
    std::uint8_t places = 0;
    friend constexpr bool operator==(const Decimal&, const Decimal&) noexcept = default;
};

/// The same amount without trailing zeros, so that equal amounts compare equal.
[[nodiscard]] constexpr Decimal normalized(Decimal decimal) noexcept {
    for (; decimal.places > 0 && decimal.digits % 10 == 0; --decimal.places) decimal.digits /= 10;
    return decimal;
}

/// Bounds of a number that a request or a policy writes, so that what is computed from it stays exact.
inline constexpr std::int64_t largest_digits = 999'999'999'999'999;
inline constexpr std::uint8_t most_places = 6;

[[nodiscard]] constexpr bool is_within_bounds(Decimal value) noexcept {
    return value.digits >= -largest_digits && value.digits <= largest_digits && value.places <= most_places;
}

namespace detail {
struct PowersOfTen {
    std::int64_t of[19] = {1};
    constexpr PowersOfTen() noexcept {
        for (int i = 1; i < 19; ++i) of[i] = of[i - 1] * 10;
    }
};
inline constexpr PowersOfTen powers_of_ten{};
}  // namespace detail

/// `exponent` is at most 18.
[[nodiscard]] constexpr std::int64_t power_of_ten(int exponent) noexcept { return detail::powers_of_ten.of[exponent]; }

}  // namespace pol
