#pragma once

#include "pol/batch/cell.hpp"
#include "pol/batch/plane.hpp"

#include <cstdint>

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace pol::batch {

/// From 64 bytes to a plane and back. On x86 by the instructions that are made for it; elsewhere in loops that
/// compilers vectorise.

namespace detail {

/// The lowest bit of each of 64 bytes, which are 0 or 1.
[[nodiscard]] inline Plane plane_of_bits(const std::uint8_t (&bits)[rows_in_block]) noexcept {
    Plane plane = 0;
    for (int eighth = 0; eighth < 8; ++eighth) {
        std::uint64_t word = 0;
        for (int i = 0; i < 8; ++i) word |= std::uint64_t{bits[eighth * 8 + i]} << (i * 8);
        plane |= word * 0x0102040810204080U >> 56 << (eighth * 8);
    }
    return plane;
}

}  // namespace detail

/// Rows whose byte, with the bits of `ignored` set, is `wanted`.
[[nodiscard]] inline Plane equal_ignoring(const Cell* cells, Cell ignored, Cell wanted) noexcept {
#if defined(__AVX2__)
    const __m256i mask = _mm256_set1_epi8(static_cast<char>(ignored));
    const __m256i value = _mm256_set1_epi8(static_cast<char>(wanted));
    const auto half = [&](int at) {
        const __m256i found = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(cells + at));
        const __m256i same = _mm256_cmpeq_epi8(_mm256_or_si256(found, mask), value);
        return Plane{static_cast<std::uint32_t>(_mm256_movemask_epi8(same))};
    };
    return half(0) | half(32) << 32;
#elif defined(__SSE2__)
    const __m128i mask = _mm_set1_epi8(static_cast<char>(ignored));
    const __m128i value = _mm_set1_epi8(static_cast<char>(wanted));
    const auto quarter = [&](int at) {
        const __m128i found = _mm_loadu_si128(reinterpret_cast<const __m128i*>(cells + at));
        const __m128i same = _mm_cmpeq_epi8(_mm_or_si128(found, mask), value);
        return Plane{static_cast<std::uint32_t>(_mm_movemask_epi8(same))};
    };
    return detail::joined(quarter(0), quarter(16), quarter(32), quarter(48));
#else
    std::uint8_t same[rows_in_block];
    for (int i = 0; i < rows_in_block; ++i) same[i] = static_cast<Cell>(cells[i] | ignored) == wanted ? 1 : 0;
    return detail::plane_of_bits(same);
#endif
}

/// Rows with that byte.
[[nodiscard]] inline Plane equal(const Cell* cells, Cell wanted) noexcept { return equal_ignoring(cells, 0, wanted); }

/// Rows whose fact is given, at whatever level.
[[nodiscard]] inline Plane given(const Cell* cells) noexcept {
    // Not given and not knowable are the cells 0 to 7.
    return ~equal_ignoring(cells, 7, 7);
}

/// Rows whose fact is given with at least that evidence.
[[nodiscard]] inline Plane usable(const Cell* cells, Evidence minimum) noexcept {
    switch (minimum) {
        case Evidence::none:
            break;
        case Evidence::claimed:
            return ~equal_ignoring(cells, 0xfc, 0xfc);
        case Evidence::attested:
            return equal_ignoring(cells, 0xfd, 0xff);
        case Evidence::documented:
            return equal_ignoring(cells, 0xfc, 0xff);
    }
    return given(cells);
}

/// Writes `number` into the bytes of the rows of each plane: row by row, the sum of the numbers of its planes.
template <int Count>
inline void write_numbers(const Plane (&planes)[Count], const std::uint8_t (&numbers)[Count],
                          std::uint8_t* bytes) noexcept {
#if defined(__SSE2__)
    const __m128i bits = _mm_set1_epi64x(static_cast<long long>(0x8040201008040201U));
    for (int quarter = 0; quarter < 4; ++quarter) {
        __m128i sum = _mm_setzero_si128();
        for (int i = 0; i < Count; ++i) {
            const int two_bytes = static_cast<int>(planes[i] >> (quarter * 16) & 0xffff);
            const __m128i doubled = _mm_unpacklo_epi8(_mm_cvtsi32_si128(two_bytes), _mm_cvtsi32_si128(two_bytes));
            const __m128i spread = _mm_shuffle_epi32(_mm_unpacklo_epi16(doubled, doubled), 0x50);
            const __m128i set = _mm_cmpeq_epi8(_mm_and_si128(spread, bits), bits);
            sum = _mm_or_si128(sum, _mm_and_si128(set, _mm_set1_epi8(static_cast<char>(numbers[i]))));
        }
        _mm_storeu_si128(reinterpret_cast<__m128i*>(bytes + quarter * 16), sum);
    }
#else
    for (int row = 0; row < rows_in_block; ++row) {
        std::uint8_t sum = 0;
        for (int i = 0; i < Count; ++i)
            sum = static_cast<std::uint8_t>(sum | ((planes[i] >> row & 1U) != 0 ? numbers[i] : 0));
        bytes[row] = sum;
    }
#endif
}

}  // namespace pol::batch
