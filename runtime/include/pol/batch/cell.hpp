#pragma once

#include "pol/evidence.hpp"

#include <cstdint>

namespace pol::batch {

/// What a request says of one fact, in a byte: the presence, the evidence in the two lowest bits, and above them the
/// value of a yes/no or one-of fact (0 for other types, whose values stand in columns beside).
using Cell = std::uint8_t;

inline constexpr Cell cell_not_given = 0;
inline constexpr Cell cell_not_knowable = 4;
/// Cells from here on are given.
inline constexpr Cell least_cell_given = 8;
/// A one-of fact has at most so many values in a batch.
inline constexpr int most_cell_values = 62;

[[nodiscard]] constexpr Cell cell_given(Evidence evidence, int value = 0) noexcept {
    return static_cast<Cell>(least_cell_given + value * 4 + static_cast<int>(evidence));
}
[[nodiscard]] constexpr int cell_value(Cell cell) noexcept { return (cell - least_cell_given) / 4; }
[[nodiscard]] constexpr Evidence cell_evidence(Cell cell) noexcept { return static_cast<Evidence>(cell & 3U); }
[[nodiscard]] constexpr Presence cell_presence(Cell cell) noexcept {
    if (cell >= least_cell_given) return Presence::given;
    return cell == cell_not_knowable ? Presence::not_knowable : Presence::not_given;
}

/// The cell of a fact as requests carry it: `cell_of(pol::documented(Diagnosis::als))`, `cell_of<YesNo>(not_knowable)`;
/// of a number, whose digits stand beside it, `cell_of(pol::documented(pol::decimal("61.5")))`.
template <class Value>
[[nodiscard]] constexpr Cell cell_of(const Fact<Value>& fact) noexcept {
    static_assert(__is_enum(Value) || __is_class(Value),
                  "a cell is of a choice, a date, a pol::Decimal, a measurement or a list, as requests carry them");
    if (fact.presence == Presence::not_knowable) return cell_not_knowable;
    if (fact.presence != Presence::given) return cell_not_given;
    if constexpr (__is_enum(Value))
        return cell_given(fact.evidence, static_cast<int>(fact.value));
    else
        return cell_given(fact.evidence);
}

}  // namespace pol::batch
