#pragma once

#include <cstdint>

namespace pol {

/// A fixed set of small numbers 0 … N−1 (clauses, results), in machine words.
template <int N>
struct Bits {
    static constexpr int word_count = (N + 63) / 64 > 0 ? (N + 63) / 64 : 1;
    std::uint64_t words[word_count] = {};

    [[nodiscard]] constexpr bool has(int index) const noexcept { return (words[index / 64] >> (index % 64) & 1U) != 0; }
    constexpr void add(int index) noexcept { words[index / 64] |= std::uint64_t{1} << (index % 64); }

    [[nodiscard]] constexpr bool empty() const noexcept {
        for (const std::uint64_t word : words)
            if (word != 0) return false;
        return true;
    }

    constexpr Bits& operator|=(const Bits& other) noexcept {
        for (int i = 0; i < word_count; ++i) words[i] |= other.words[i];
        return *this;
    }
    constexpr Bits& operator&=(const Bits& other) noexcept {
        for (int i = 0; i < word_count; ++i) words[i] &= other.words[i];
        return *this;
    }
    [[nodiscard]] constexpr Bits without(const Bits& other) const noexcept {
        Bits rest;
        for (int i = 0; i < word_count; ++i) rest.words[i] = words[i] & ~other.words[i];
        return rest;
    }
    friend constexpr Bits operator|(Bits left, const Bits& right) noexcept { return left |= right; }
    friend constexpr Bits operator&(Bits left, const Bits& right) noexcept { return left &= right; }
    friend constexpr bool operator==(const Bits&, const Bits&) noexcept = default;
};

/// The set of the given numbers.
template <int N, class... Indices>
[[nodiscard]] constexpr Bits<N> bits_of(Indices... indices) noexcept {
    Bits<N> set;
    (set.add(static_cast<int>(indices)), ...);
    return set;
}

}  // namespace pol
