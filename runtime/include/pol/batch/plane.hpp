#pragma once

#include "pol/bits.hpp"

#include <cstdint>

namespace pol::batch {

/// One bit a row, for a block of 64 rows: row `i` of the block is bit `i`.
using Plane = std::uint64_t;
inline constexpr int rows_in_block = 64;
inline constexpr Plane every_row = ~Plane{0};

/// The rows 0 … count−1 of a block.
[[nodiscard]] constexpr Plane first_rows(int count) noexcept {
    return count >= rows_in_block ? every_row : (Plane{1} << count) - 1;
}

/// Calls `visit` with the number of every row of a plane.
template <class Visit>
constexpr void for_each_row(Plane rows, const Visit& visit) noexcept {
    for (; rows != 0; rows &= rows - 1) visit(lowest_bit(rows));
}

namespace detail {
/// The plane of four times sixteen rows.
[[nodiscard]] constexpr Plane joined(Plane first, Plane second, Plane third, Plane fourth) noexcept {
    return first | second << 16 | third << 32 | fourth << 48;
}
}  // namespace detail

/// Strong Kleene truth of 64 rows: where it surely holds and where it surely does not. A row in neither is unknown, and
/// none is in both. The operations are those of pol/truth.hpp, row by row.
struct Planes {
    Plane yes = 0;
    Plane no = 0;

    [[nodiscard]] constexpr Plane unknown() const noexcept { return ~(yes | no); }
    friend constexpr bool operator==(const Planes&, const Planes&) noexcept = default;
};

[[nodiscard]] constexpr Planes always() noexcept { return {.yes = every_row, .no = 0}; }
/// What planes do not tell: unknown in every row. What a row comes to without it stands, as more knowledge never turns
/// a decision; rows that it keeps open are decided one by one.
[[nodiscard]] constexpr Planes told_by_rows() noexcept { return {}; }

[[nodiscard]] constexpr Planes negate(Planes value) noexcept { return {.yes = value.no, .no = value.yes}; }

template <class... More>
[[nodiscard]] constexpr Planes all_of(Planes first, const More&... more) noexcept {
    return {.yes = (first.yes & ... & more.yes), .no = (first.no | ... | more.no)};
}
template <class... More>
[[nodiscard]] constexpr Planes any_of(Planes first, const More&... more) noexcept {
    return {.yes = (first.yes | ... | more.yes), .no = (first.no & ... & more.no)};
}
template <class... More>
[[nodiscard]] constexpr Planes none_of(Planes first, const More&... more) noexcept {
    return negate(any_of(first, more...));
}
[[nodiscard]] constexpr Planes unless(Planes base, Planes exception) noexcept {
    return all_of(base, negate(exception));
}
[[nodiscard]] constexpr Planes if_then(Planes premise, Planes conclusion) noexcept {
    return any_of(negate(premise), conclusion);
}

/// Rows in which at least `wanted` of `Count` planes are set: the planes are added, bit by bit of the sum.
template <int Count>
[[nodiscard]] constexpr Plane at_least_set(int wanted, const Plane (&planes)[Count]) noexcept {
    // reached[n]: rows in which more than n of the planes seen so far are set.
    Plane reached[Count] = {};
    for (int seen = 0; seen < Count; ++seen) {
        for (int n = seen; n > 0; --n) reached[n] |= reached[n - 1] & planes[seen];
        reached[0] |= planes[seen];
    }
    if (wanted <= 0) return every_row;
    return wanted > Count ? 0 : reached[wanted - 1];
}

/// At least `wanted` of the members: enough sure ones is yes, too few still possible is no.
template <class... Members>
[[nodiscard]] constexpr Planes at_least(int wanted, const Members&... members) noexcept {
    const Plane sure[] = {members.yes...};
    const Plane possible[] = {~members.no...};
    return {.yes = at_least_set(wanted, sure), .no = ~at_least_set(wanted, possible)};
}

}  // namespace pol::batch
