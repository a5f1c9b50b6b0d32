#pragma once

#include <cstdint>

namespace pol {

/// The numbers that sets of `count` have room for: whole machine words. Sets of one room are of one type, so policies
/// of about the same size share the engine that works with them.
[[nodiscard]] constexpr int word_room(int count) noexcept { return count <= 64 ? 64 : (count + 63) / 64 * 64; }

/// A fixed set of small numbers 0 … N−1 (clauses, results), in machine words.
template <int N>
struct Bits {
    static constexpr int word_count = (N + 63) / 64 > 0 ? (N + 63) / 64 : 1;
    std::uint64_t words[word_count] = {};

    [[nodiscard]] constexpr bool has(int index) const noexcept { return (words[word_of(index)] & bit_of(index)) != 0; }
    constexpr void add(int index) noexcept { words[word_of(index)] |= bit_of(index); }
    /// Adds `index` where `wanted` holds, without a branch.
    constexpr void add_if(int index, bool wanted) noexcept {
        words[word_of(index)] |= std::uint64_t{wanted} << (static_cast<unsigned>(index) % 64);
    }

    [[nodiscard]] constexpr bool empty() const noexcept {
        std::uint64_t any = 0;
        for (const std::uint64_t word : words) any |= word;
        return any == 0;
    }
    [[nodiscard]] constexpr int count() const noexcept {
        int total = 0;
        for (std::uint64_t word : words)
            for (; word != 0; word &= word - 1) ++total;
        return total;
    }
    [[nodiscard]] constexpr bool has_one() const noexcept {
        std::uint64_t several = 0;
        std::uint64_t any = 0;
        for (const std::uint64_t word : words) {
            several |= (word & (word - 1)) | (any != 0 ? word : 0);
            any |= word;
        }
        return any != 0 && several == 0;
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

private:
    // Small sets have one word: its number is known before the index is.
    static constexpr unsigned word_of(int index) noexcept {
        return word_count == 1 ? 0 : static_cast<unsigned>(index) / 64;
    }
    static constexpr std::uint64_t bit_of(int index) noexcept {
        return std::uint64_t{1} << (static_cast<unsigned>(index) % 64);
    }
};

/// The set of the given numbers.
template <int N, class... Indices>
[[nodiscard]] constexpr Bits<N> bits_of(Indices... indices) noexcept {
    Bits<N> set;
    (set.add(static_cast<int>(indices)), ...);
    return set;
}

/// Number of the lowest bit of a word that is not 0.
[[nodiscard]] constexpr int lowest_bit(std::uint64_t word) noexcept {
#if defined(__GNUC__)
    return __builtin_ctzll(word);
#else
    int number = 0;
    for (; (word & 1U) == 0; word >>= 1) ++number;
    return number;
#endif
}

/// Calls `visit` with every member of a set, from the lowest: of one that is given by its words, or by itself.
template <class Visit>
constexpr void for_each(const std::uint64_t* words, int word_count, Visit visit) noexcept {
    for (int i = 0; i < word_count; ++i)
        for (std::uint64_t word = words[i]; word != 0; word &= word - 1) visit(i * 64 + lowest_bit(word));
}
template <int N, class Visit>
constexpr void for_each(const Bits<N>& set, Visit visit) noexcept {
    for_each(set.words, Bits<N>::word_count, visit);
}

}  // namespace pol
