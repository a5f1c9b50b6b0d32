#pragma once

#include "pol/batch/block.hpp"
#include "pol/batch/number_planes.hpp"
#include "pol/computed.hpp"

#include <cstdint>

namespace pol::batch {

/// A number as digits of a column that have some decimal places: the whole number of them below it, or itself.
struct Digits {
    WideInteger whole = 0;
    bool is_exact = true;

    /// The least digits of a number that is not below this one.
    [[nodiscard]] constexpr WideInteger at_least() const noexcept { return is_exact ? whole : whole + 1; }
};
/// Of a value whose parts have at most 64 bits.
[[nodiscard]] constexpr Digits digits_of(Number value, int places) noexcept {
    const pol::detail::Split split = pol::detail::split({value.numerator * power_of_ten(places), value.denominator});
    return {.whole = split.whole, .is_exact = split.rest == 0};
}

/// Numbers of a block that lie from `least` through `most`; others are not given, as in pol/decide.hpp.
class Numbers : public CellsBlock {
public:
    Numbers(const NumberColumn& column, Rows rows, Decimal least, Decimal most) noexcept
        : CellsBlock(column.cells, rows),
          digits_(column.digits, rows),
          places_(column.places > most_places ? 0 : column.places) {
        contradict(column.places > most_places ? every_row : ~within(least, most));
    }

    [[nodiscard]] const std::int64_t* digits() const noexcept { return digits_.data(); }
    [[nodiscard]] int places() const noexcept { return places_; }

private:
    /// As pol::is_between; `least` and `most` are decimals that a fact may carry themselves.
    [[nodiscard]] Plane within(Decimal least, Decimal most) const noexcept {
        const WideInteger lower = digits_of(number(least), places_).at_least();
        const WideInteger upper = digits_of(number(most), places_).whole;
        const WideInteger from = lower < -largest_digits ? -largest_digits : lower;
        const WideInteger through = upper > largest_digits ? largest_digits : upper;
        return from > through ? 0
                              : between(digits(), static_cast<std::int64_t>(from), static_cast<std::int64_t>(through));
    }

    BlockOf<std::int64_t> digits_;
    int places_;
};

/// Numbers with the days on which they were taken.
class Measurements : public Numbers {
public:
    Measurements(const MeasurementColumn& column, Rows rows, Decimal least, Decimal most) noexcept
        : Numbers(column.number, rows, least, most),
          first_(column.first, rows),
          last_(column.last == nullptr ? column.first : column.last, rows) {}

    [[nodiscard]] const std::int32_t* first() const noexcept { return first_.data(); }
    [[nodiscard]] const std::int32_t* last() const noexcept { return last_.data(); }

private:
    BlockOf<std::int32_t> first_;
    BlockOf<std::int32_t> last_;
};

/// Numbers that conditions compare: `digits`, with so many decimal places, times `factor`; borrowed.
struct Amounts {
    const std::int64_t* digits = nullptr;
    int places = 0;
    Plane known = 0;
    Number factor{1, 1};

    [[nodiscard]] Computed<0> in(int row) const noexcept {
        if ((known >> row & 1U) == 0) return {};
        const Decimal decimal{.digits = digits[row], .places = static_cast<std::uint8_t>(places)};
        return exactly(number(decimal) * factor);
    }
};

}  // namespace pol::batch
