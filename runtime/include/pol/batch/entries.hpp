#pragma once

#include "pol/batch/block.hpp"
#include "pol/batch/row_values.hpp"
#include "pol/chosen_entry.hpp"
#include "pol/lists.hpp"

namespace pol::batch {

/// Conditions on the entries of lists are those of single requests (pol/lists.hpp, pol/chosen_entry.hpp), row by row.

/// What they read of every row of a block.
template <class Row>
class BlockRows {
public:
    template <class Columns>
    BlockRows(const Columns& columns, Rows rows) noexcept {
        for (int i = 0; i < rows.count; ++i) rows_[i] = Row(columns, rows.first + static_cast<std::size_t>(i));
    }

    [[nodiscard]] const Row& row(int row) const noexcept { return rows_[row]; }

private:
    Row rows_[rows_in_block];
};

template <class Row, class Test>
[[nodiscard]] Planes test_by_row(const BlockRows<Row>& block, const Test& test) noexcept {
    return detail::planes_of([&](int row) { return test(block.row(row)); });
}
template <class Row, class ValueOf>
[[nodiscard]] auto value_by_row(const BlockRows<Row>& block, const ValueOf& value_of) noexcept {
    return Values([rows = &block, value_of](int row) {
        const auto value = value_of(rows->row(row));
        return Computed<0>{.value = value.value, .known = value.known, .missing = {}};
    });
}
template <class Row, class DayOf>
[[nodiscard]] auto day_by_row(const BlockRows<Row>& block, const DayOf& day_of) noexcept {
    return RowDays(
        [rows = &block, day_of](int row) { return Day<0>{.range = day_of(rows->row(row)).range, .missing = {}}; });
}

}  // namespace pol::batch
