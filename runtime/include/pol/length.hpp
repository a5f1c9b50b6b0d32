#pragma once

#include "pol/number.hpp"
#include "pol/period.hpp"

#include <cstdint>

namespace pol {

/// How long an approval lasts, where that is computed and known.
struct Length {
    Duration duration{};
    bool known = false;
};

/// An approval lasts at most as long as a request's calendar.
[[nodiscard]] constexpr std::int32_t longest_approval(DurationUnit unit) noexcept {
    return unit == DurationUnit::days ? 146'097 : 4'800;
}

/// A computed length: known only if it is a whole number of at least 1, and at most the longest approval.
[[nodiscard]] constexpr Length length_of(Number value, DurationUnit unit) noexcept {
    const detail::Split length = detail::split(value);
    if (length.rest != 0 || length.whole < 1 || length.whole > longest_approval(unit)) return {};
    return {.duration = {static_cast<std::int32_t>(length.whole), unit}, .known = true};
}

/// How long an approval lasts: its length, and its last day at the latest where that is one day. Where one of them is
/// not known the approval is open.
struct Extent {
    Duration duration{};
    Date until = open_end;
    bool known = true;
};
[[nodiscard]] constexpr Extent extent_of(const Length& length) noexcept {
    return {.duration = length.duration, .until = open_end, .known = length.known};
}

}  // namespace pol
