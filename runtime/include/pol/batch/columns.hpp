#pragma once

#include "pol/batch/cell.hpp"
#include "pol/date.hpp"
#include "pol/decimal.hpp"
#include "pol/measurement.hpp"
#include "pol/text.hpp"

#include <cstddef>
#include <cstdint>

namespace pol::batch {

/// One fact of many requests; row `i` is the i-th of each array. A column that is left as it is, without cells, is not
/// given in any row. Arrays are borrowed, and what stands beside a cell that is not given is never looked at.

/// A yes/no or one-of fact.
template <class Value>
struct ChoiceColumn {
    const Cell* cells = nullptr;
};
/// A date that is always exact; days are counted from 1970-01-01.
struct DayColumn {
    const Cell* cells = nullptr;
    const std::int32_t* days = nullptr;
};
/// A date that may be known to the month or year only: its first and last possible day. Without `last` all are exact.
struct DayRangeColumn {
    const Cell* cells = nullptr;
    const std::int32_t* first = nullptr;
    const std::int32_t* last = nullptr;
};
/// A number: its digits, with so many decimal places, in the declared unit.
struct NumberColumn {
    const Cell* cells = nullptr;
    const std::int64_t* digits = nullptr;
    std::uint8_t places = 0;
};
/// A number with the day on which it was taken.
struct MeasurementColumn {
    NumberColumn number{};
    const std::int32_t* first = nullptr;
    const std::int32_t* last = nullptr;
};
/// A list: row `i` has the entries offsets[i] … offsets[i + 1] − 1.
template <class Entry>
struct ListColumn {
    const Cell* cells = nullptr;
    const std::int32_t* offsets = nullptr;
    const Entry* entries = nullptr;
};

/// A column in the form that serves every policy. Which of its arrays count follows from the fact's type; `entries` are
/// those of the list's own type.
struct AnyColumn {
    const Cell* cells = nullptr;
    const std::int32_t* first = nullptr;
    const std::int32_t* last = nullptr;
    const std::int64_t* digits = nullptr;
    std::uint8_t places = 0;
    const std::int32_t* offsets = nullptr;
    const void* entries = nullptr;
};
template <class Value>
constexpr void set_column(ChoiceColumn<Value>& column, const AnyColumn& from) noexcept {
    column = {from.cells};
}
constexpr void set_column(DayColumn& column, const AnyColumn& from) noexcept { column = {from.cells, from.first}; }
constexpr void set_column(DayRangeColumn& column, const AnyColumn& from) noexcept {
    column = {from.cells, from.first, from.last};
}
constexpr void set_column(NumberColumn& column, const AnyColumn& from) noexcept {
    column = {from.cells, from.digits, from.places};
}
constexpr void set_column(MeasurementColumn& column, const AnyColumn& from) noexcept {
    column = {{from.cells, from.digits, from.places}, from.first, from.last};
}
template <class Entry>
constexpr void set_column(ListColumn<Entry>& column, const AnyColumn& from) noexcept {
    column = {from.cells, from.offsets, static_cast<const Entry*>(from.entries)};
}

/// One row of a column as a request carries it.
template <class Value>
[[nodiscard]] constexpr Fact<Value> fact_of(Cell cell, const Value& value) noexcept {
    if (cell_presence(cell) == Presence::given)
        return {.value = value, .presence = Presence::given, .evidence = cell_evidence(cell)};
    return {.value = {}, .presence = cell_presence(cell), .evidence = Evidence::none};
}
[[nodiscard]] constexpr Cell cell_at(const Cell* cells, std::size_t row) noexcept {
    return cells == nullptr ? cell_not_given : cells[row];
}
[[nodiscard]] constexpr bool is_given(const Cell* cells, std::size_t row) noexcept {
    return cell_at(cells, row) >= least_cell_given;
}
[[nodiscard]] constexpr DateRange days_at(const std::int32_t* first, const std::int32_t* last,
                                          std::size_t row) noexcept {
    return {Date{first[row]}, Date{last == nullptr ? first[row] : last[row]}};
}

template <class Value>
[[nodiscard]] constexpr Fact<Value> fact_at(const ChoiceColumn<Value>& column, std::size_t row) noexcept {
    const Cell cell = cell_at(column.cells, row);
    return fact_of(cell, static_cast<Value>(cell >= least_cell_given ? cell_value(cell) : 0));
}
[[nodiscard]] constexpr Fact<Date> fact_at(const DayColumn& column, std::size_t row) noexcept {
    return fact_of(cell_at(column.cells, row), is_given(column.cells, row) ? Date{column.days[row]} : Date{});
}
[[nodiscard]] constexpr Fact<DateRange> fact_at(const DayRangeColumn& column, std::size_t row) noexcept {
    const bool given = is_given(column.cells, row);
    return fact_of(cell_at(column.cells, row), given ? days_at(column.first, column.last, row) : DateRange{});
}
[[nodiscard]] constexpr Fact<Decimal> fact_at(const NumberColumn& column, std::size_t row) noexcept {
    const bool given = is_given(column.cells, row);
    return fact_of(cell_at(column.cells, row),
                   given ? Decimal{.digits = column.digits[row], .places = column.places} : Decimal{});
}
[[nodiscard]] constexpr Fact<Measurement> fact_at(const MeasurementColumn& column, std::size_t row) noexcept {
    const Fact<Decimal> number = fact_at(column.number, row);
    Fact<Measurement> fact{.value = {}, .presence = number.presence, .evidence = number.evidence};
    if (fact.presence == Presence::given)
        fact.value = {.value = number.value, .on = days_at(column.first, column.last, row)};
    return fact;
}
/// The entries are borrowed from the column.
template <class Entry>
[[nodiscard]] constexpr Fact<List<Entry>> fact_at(const ListColumn<Entry>& column, std::size_t row) noexcept {
    if (!is_given(column.cells, row)) return fact_of(cell_at(column.cells, row), List<Entry>{});
    const std::int32_t first = column.offsets[row];
    return fact_of(column.cells[row],
                   List<Entry>{column.entries + first, static_cast<std::uint32_t>(column.offsets[row + 1] - first)});
}

}  // namespace pol::batch
