#pragma once

#include "pol/batch/bytes.hpp"
#include "pol/batch/columns.hpp"
#include "pol/batch/day_planes.hpp"

#include <cstddef>
#include <cstdint>

namespace pol::batch {

/// Up to 64 rows of a batch that stand side by side.
struct Rows {
    std::size_t first = 0;
    int count = rows_in_block;
};

/// 64 elements of a column from the first row of a block on: the column's own, or a copy where it ends before.
template <class Element>
class BlockOf {
public:
    BlockOf(const Element* column, Rows rows) noexcept : data_(nothing) {
        if (column == nullptr) return;
        data_ = column + rows.first;
        fetch_ahead(data_);
        if (rows.count == rows_in_block) return;
        for (int i = 0; i < rows_in_block; ++i) copy_[i] = i < rows.count ? data_[i] : Element{};
        data_ = copy_;
    }
    BlockOf(const BlockOf&) = delete;
    BlockOf& operator=(const BlockOf&) = delete;

    [[nodiscard]] const Element* data() const noexcept { return data_; }

private:
    /// The block after the next, so that columns larger than the cache are there when they are read. No element is:
    /// what lies behind the column's end is only named.
    static void fetch_ahead(const Element* block) noexcept {
#if defined(__GNUC__)
        constexpr std::uintptr_t size = sizeof(Element) * rows_in_block;
        constexpr std::uintptr_t line_size = 64;
        const std::uintptr_t ahead = reinterpret_cast<std::uintptr_t>(block) + 2 * size;
        for (std::uintptr_t line = 0; line < size; line += line_size)
            __builtin_prefetch(reinterpret_cast<const void*>(ahead + line));
#else
        static_cast<void>(block);
#endif
    }

    static constexpr Element nothing[rows_in_block] = {};
    const Element* data_;
    Element copy_[rows_in_block];
};

/// Facts of a block of requests, by whose tests the conditions of a policy read as they do for one request.

class CellsBlock {
public:
    CellsBlock(const Cell* cells, Rows rows) noexcept : cells_(cells, rows) {}

    [[nodiscard]] const Cell* cells() const noexcept { return cells_.data(); }
    [[nodiscard]] Plane given() const noexcept { return batch::given(cells()) & ~in_conflict_; }
    [[nodiscard]] Plane usable(Evidence minimum) const noexcept {
        return batch::usable(cells(), minimum) & ~in_conflict_;
    }
    [[nodiscard]] Plane not_knowable() const noexcept { return equal(cells(), cell_not_knowable); }

    /// From here on the fact is known to no condition in these rows.
    void contradict(Plane rows) noexcept { in_conflict_ |= rows; }

private:
    BlockOf<Cell> cells_;
    Plane in_conflict_ = 0;
};

template <class Value>
class Choice : public CellsBlock {
public:
    Choice(const ChoiceColumn<Value>& column, Rows rows) noexcept : CellsBlock(column.cells, rows) {}

    /// Rows that say so with at least that evidence.
    [[nodiscard]] Plane says(Evidence minimum, Value value, Plane usable) const noexcept {
        const Cell cell = cell_given(Evidence::documented, static_cast<int>(value));
        // The levels below the minimum have been left out by `usable`; those above it differ in the lowest bits only.
        return equal_ignoring(cells(), minimum == Evidence::documented ? 0 : 3, cell) & usable;
    }
};

/// A date that is exact.
class Days : public CellsBlock {
public:
    Days(const DayColumn& column, Rows rows) noexcept : CellsBlock(column.cells, rows), days_(column.days, rows) {}

    [[nodiscard]] const std::int32_t* first() const noexcept { return days_.data(); }
    [[nodiscard]] const std::int32_t* last() const noexcept { return days_.data(); }

private:
    BlockOf<std::int32_t> days_;
};

/// A date that may be known to the month or year only.
class DayRanges : public CellsBlock {
public:
    DayRanges(const DayRangeColumn& column, Rows rows) noexcept
        : CellsBlock(column.cells, rows),
          first_(column.first, rows),
          last_(column.last == nullptr ? column.first : column.last, rows),
          is_exact_(column.last == nullptr) {}

    [[nodiscard]] const std::int32_t* first() const noexcept { return first_.data(); }
    [[nodiscard]] const std::int32_t* last() const noexcept { return last_.data(); }
    [[nodiscard]] bool is_exact() const noexcept { return is_exact_; }

private:
    BlockOf<std::int32_t> first_;
    BlockOf<std::int32_t> last_;
    bool is_exact_;
};

}  // namespace pol::batch
