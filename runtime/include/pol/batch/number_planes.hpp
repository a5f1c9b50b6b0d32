#pragma once

#include "pol/batch/day_planes.hpp"
#include "pol/batch/plane.hpp"
#include "pol/decimal.hpp"
#include "pol/number.hpp"

#include <cstdint>
#include <limits>

namespace pol::batch {

/// Comparisons of 64 whole numbers, called and not copied into every test. What stands in a row without a number is
/// compared, too: callers mask it out.

#if defined(__SSE2__)
namespace detail {
/// Sixteen times four signs, those of the numbers that `lanes` makes of two at a time.
template <class Lanes>
[[nodiscard]] inline Plane plane_of_signs(const std::int64_t* numbers, const Lanes& lanes) noexcept {
    const auto two = [&](int at) {
        return _mm_castsi128_ps(lanes(_mm_loadu_si128(reinterpret_cast<const __m128i*>(numbers + at))));
    };
    return plane_of_lanes([&](int at) { return _mm_castps_si128(_mm_shuffle_ps(two(at), two(at + 2), 0xdd)); });
}
/// A sign where the left is more. SSE2 compares halves only: the upper ones tell, or where they are the same the sign
/// of a difference that cannot overflow then.
[[nodiscard]] inline __m128i more_than(__m128i left, __m128i right) noexcept {
    const __m128i same = _mm_and_si128(_mm_cmpeq_epi32(left, right), _mm_sub_epi64(right, left));
    return _mm_or_si128(same, _mm_cmpgt_epi32(left, right));
}
}  // namespace detail
#endif

/// Rows whose number, whatever it is, lies from `least` through `most`, which do not cross.
[[nodiscard, gnu::noinline]] inline Plane between(const std::int64_t* numbers, std::int64_t least,
                                                  std::int64_t most) noexcept {
    // Counted from `least`, without a sign, one comparison is enough.
    const std::uint64_t span = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
#if defined(__SSE2__)
    const __m128i sign = _mm_set1_epi64x(std::numeric_limits<std::int64_t>::min());
    const __m128i from = _mm_set1_epi64x(least);
    const __m128i bound = _mm_xor_si128(_mm_set1_epi64x(static_cast<std::int64_t>(span)), sign);
    return ~detail::plane_of_signs(numbers, [&](__m128i found) {
        return detail::more_than(_mm_xor_si128(_mm_sub_epi64(found, from), sign), bound);
    });
#else
    Plane plane = 0;
    for (int i = 0; i < rows_in_block; ++i)
        plane |= Plane{static_cast<std::uint64_t>(numbers[i]) - static_cast<std::uint64_t>(least) <= span} << i;
    return plane;
#endif
}

/// Rows whose number is less than `limit`: both are digits that a fact may have, or one more.
[[nodiscard, gnu::noinline]] inline Plane below(const std::int64_t* numbers, std::int64_t limit) noexcept {
#if defined(__SSE2__)
    const __m128i bound = _mm_set1_epi64x(limit);
    return detail::plane_of_signs(numbers, [&](__m128i found) { return _mm_sub_epi64(found, bound); });
#else
    Plane plane = 0;
    for (int i = 0; i < rows_in_block; ++i) plane |= Plane{numbers[i] < limit} << i;
    return plane;
#endif
}

/// Rows whose number, digits that a fact may have, is at least `limit`, which may be one that none of them can have.
[[nodiscard]] inline Plane at_least(const std::int64_t* numbers, WideInteger limit) noexcept {
    if (limit > largest_digits) return 0;
    if (limit <= -largest_digits) return every_row;
    return ~below(numbers, static_cast<std::int64_t>(limit));
}

}  // namespace pol::batch
