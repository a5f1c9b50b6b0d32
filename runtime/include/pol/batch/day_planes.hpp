#pragma once

#include "pol/batch/plane.hpp"

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace pol::batch {

/// Comparisons of 64 days with 64 others. What stands in a row without a day is compared, too: callers mask it out.

#if defined(__SSE2__)
namespace detail {
/// The plane of four times sixteen lanes of which each is all ones or all zeros.
template <class Lanes>
[[nodiscard]] inline Plane plane_of_lanes(const Lanes& lanes) noexcept {
    const auto quarter = [&](int at) {
        const __m128i low = _mm_packs_epi32(lanes(at), lanes(at + 4));
        const __m128i high = _mm_packs_epi32(lanes(at + 8), lanes(at + 12));
        return Plane{static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(low, high)))};
    };
    return joined(quarter(0), quarter(16), quarter(32), quarter(48));
}
[[nodiscard]] inline __m128i days_from(const std::int32_t* days) noexcept {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(days));
}
}  // namespace detail
#endif

/// Rows whose `days` lie before `bound`.
[[nodiscard]] inline Plane before(const std::int32_t* days, std::int32_t bound) noexcept {
#if defined(__SSE2__)
    const __m128i limit = _mm_set1_epi32(bound);
    return detail::plane_of_lanes([&](int at) { return _mm_cmplt_epi32(detail::days_from(days + at), limit); });
#else
    Plane plane = 0;
    for (int i = 0; i < rows_in_block; ++i) plane |= Plane{days[i] < bound} << i;
    return plane;
#endif
}

/// Rows whose `days` lie before the others.
[[nodiscard]] inline Plane before(const std::int32_t* days, const std::int32_t* others) noexcept {
#if defined(__SSE2__)
    return detail::plane_of_lanes(
        [&](int at) { return _mm_cmplt_epi32(detail::days_from(days + at), detail::days_from(others + at)); });
#else
    Plane plane = 0;
    for (int i = 0; i < rows_in_block; ++i) plane |= Plane{days[i] < others[i]} << i;
    return plane;
#endif
}

/// Rows whose `later` lies at least so many days behind `earlier`.
[[nodiscard]] inline Plane at_least_apart(const std::int32_t* earlier, const std::int32_t* later,
                                          std::int32_t days) noexcept {
#if defined(__SSE2__)
    const __m128i limit = _mm_set1_epi32(days - 1);
    return detail::plane_of_lanes([&](int at) {
        return _mm_cmpgt_epi32(_mm_sub_epi32(detail::days_from(later + at), detail::days_from(earlier + at)), limit);
    });
#else
    Plane plane = 0;
    for (int i = 0; i < rows_in_block; ++i) {
        const std::uint32_t apart = static_cast<std::uint32_t>(later[i]) - static_cast<std::uint32_t>(earlier[i]);
        plane |= Plane{static_cast<std::int32_t>(apart) >= days} << i;
    }
    return plane;
#endif
}

/// The earlier of two days, row by row.
inline void write_earlier(const std::int32_t* left, const std::int32_t* right, std::int32_t* earlier) noexcept {
    for (int i = 0; i < rows_in_block; ++i) earlier[i] = left[i] < right[i] ? left[i] : right[i];
}

}  // namespace pol::batch
