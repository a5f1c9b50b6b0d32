#pragma once

#include <cstdint>

namespace pol {

/// Strong Kleene truth (docs/language.md, "Conditions"): minimum is *and*, maximum is *or*.
/// The numeric values carry that order and may be relied on.
enum class Truth : std::uint8_t { no = 0, unknown = 1, yes = 2 };

[[nodiscard]] constexpr Truth truth(bool value) noexcept { return value ? Truth::yes : Truth::no; }

[[nodiscard]] constexpr Truth negate(Truth value) noexcept { return static_cast<Truth>(2 - static_cast<int>(value)); }

[[nodiscard]] constexpr Truth all_of(Truth only) noexcept { return only; }
[[nodiscard]] constexpr Truth any_of(Truth only) noexcept { return only; }

template <class... Rest>
[[nodiscard]] constexpr Truth all_of(Truth first, Rest... rest) noexcept {
    const Truth others = all_of(rest...);
    return first < others ? first : others;
}

template <class... Rest>
[[nodiscard]] constexpr Truth any_of(Truth first, Rest... rest) noexcept {
    const Truth others = any_of(rest...);
    return first > others ? first : others;
}

template <class... Members>
[[nodiscard]] constexpr Truth none_of(Members... members) noexcept {
    return negate(any_of(members...));
}

/// `base unless exception`: the base holds and the exception does not.
[[nodiscard]] constexpr Truth unless(Truth base, Truth exception) noexcept { return all_of(base, negate(exception)); }

/// At least `wanted` of the members: enough sure ones is yes, too few still possible is no.
template <class... Members>
[[nodiscard]] constexpr Truth at_least(int wanted, Members... members) noexcept {
    const int sure = (0 + ... + static_cast<int>(members == Truth::yes));
    const int possible = (0 + ... + static_cast<int>(members != Truth::no));
    return sure >= wanted ? Truth::yes : possible < wanted ? Truth::no : Truth::unknown;
}

}  // namespace pol
