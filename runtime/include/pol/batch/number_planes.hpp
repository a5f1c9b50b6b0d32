#pragma once

#include "pol/batch/day_planes.hpp"
#include "pol/batch/plane.hpp"
#include "pol/number.hpp"

#include <cstdint>
#include <limits>

namespace pol::batch {

/// Comparisons of 64 whole numbers with a limit. What stands in a row without a number is compared, too: callers mask
/// it out.

#if defined(__SSE2__)
namespace detail {
/// All ones, or zeros, in the upper half of each of two lanes that is more than `bound`. SSE2 compares halves only: the
/// upper ones tell, or where they are the same the sign of a difference that cannot overflow then.
[[nodiscard]] inline __m128i more_than(const std::int64_t* numbers, __m128i bound) noexcept {
    const __m128i found = _mm_loadu_si128(reinterpret_cast<const __m128i*>(numbers));
    const __m128i below = _mm_and_si128(_mm_cmpeq_epi32(found, bound), _mm_sub_epi64(bound, found));
    return _mm_or_si128(below, _mm_cmpgt_epi32(found, bound));
}
}  // namespace detail
#endif

/// Rows whose number is more than `bound`.
[[nodiscard]] inline Plane more_than(const std::int64_t* numbers, std::int64_t bound) noexcept {
#if defined(__SSE2__)
    const __m128i limit = _mm_set1_epi64x(bound);
    return detail::plane_of_lanes([&](int at) {
        const __m128 low = _mm_castsi128_ps(detail::more_than(numbers + at, limit));
        const __m128 high = _mm_castsi128_ps(detail::more_than(numbers + at + 2, limit));
        return _mm_castps_si128(_mm_shuffle_ps(low, high, 0xdd));
    });
#else
    Plane plane = 0;
    for (int i = 0; i < rows_in_block; ++i) plane |= Plane{numbers[i] > bound} << i;
    return plane;
#endif
}

/// Rows whose number is at least `limit`, which may be one that none of them can have.
[[nodiscard]] inline Plane at_least(const std::int64_t* numbers, WideInteger limit) noexcept {
    if (limit > std::numeric_limits<std::int64_t>::max()) return 0;
    if (limit <= std::numeric_limits<std::int64_t>::min()) return every_row;
    return more_than(numbers, static_cast<std::int64_t>(limit - 1));
}

}  // namespace pol::batch
