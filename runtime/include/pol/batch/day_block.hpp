#pragma once

#include "pol/batch/block.hpp"
#include "pol/bits.hpp"
#include "pol/days.hpp"

#include <cstdint>

namespace pol::batch {

/// Days that conditions compute with, of a block of requests: row by row what pol::Day is of one, surely from `first`
/// through `last`. A day that nobody has given is any day of the calendar.
class DayBlock {
public:
    /// A day as written, the same in every row.
    DayBlock(const Day<0>& day) noexcept {
        for (int i = 0; i < rows_in_block; ++i) set(i, day.range);
    }
    /// Days of a column, where they are `known`; borrowed where all are.
    DayBlock(const std::int32_t* first, const std::int32_t* last, Plane known) noexcept {
        if (known == every_row) {
            first_ = first;
            last_ = last;
            return;
        }
        for (int i = 0; i < rows_in_block; ++i) own_first_[i] = first[i];
        for (int i = 0; i < rows_in_block; ++i) own_last_[i] = last[i];
        for (Plane left = ~known; left != 0; left &= left - 1) set(lowest_bit(left), Day<0>{}.range);
    }
    /// What `day_in` says of every row.
    template <class DayIn>
    requires requires(const DayIn& day_in) { DateRange{day_in(0)}; }
    explicit DayBlock(const DayIn& day_in) noexcept {
        for (int i = 0; i < rows_in_block; ++i) set(i, day_in(i));
    }
    DayBlock(const DayBlock&) = delete;
    DayBlock& operator=(const DayBlock&) = delete;

    [[nodiscard]] const std::int32_t* first() const noexcept { return first_; }
    [[nodiscard]] const std::int32_t* last() const noexcept { return last_; }
    [[nodiscard]] DateRange in(int row) const noexcept { return {Date{first_[row]}, Date{last_[row]}}; }
    /// As one day that reads no fact, which is as exact as its range.
    [[nodiscard]] Day<0> day_in(int row) const noexcept { return {.range = in(row), .missing = {}}; }

private:
    void set(int row, DateRange days) noexcept {
        own_first_[row] = days.first.days;
        own_last_[row] = days.last.days;
    }

    std::int32_t own_first_[rows_in_block];
    std::int32_t own_last_[rows_in_block];
    const std::int32_t* first_ = own_first_;
    const std::int32_t* last_ = own_last_;
};

/// Functions by the names of those of one day (pol/days.hpp), with what each says of a row.

/// The days of a date, or of a measurement.
template <class Dates>
[[nodiscard]] DayBlock day_of(const Dates& fact, Evidence minimum) noexcept {
    return {fact.first(), fact.last(), fact.usable(minimum)};
}

[[nodiscard, gnu::noinline]] inline DayBlock moved(const DayBlock& day, Duration offset, ShortMonths rule) noexcept {
    return DayBlock([&](int row) { return moved(day.day_in(row), offset, rule).range; });
}
[[nodiscard, gnu::noinline]] inline DayBlock last_yearly(std::int32_t month, std::int32_t day_of_month,
                                                         const DayBlock& day) noexcept {
    return DayBlock([&](int row) { return last_yearly(month, day_of_month, day.day_in(row)).range; });
}
[[nodiscard, gnu::noinline]] inline DayBlock next_yearly(std::int32_t month, std::int32_t day_of_month,
                                                         const DayBlock& day) noexcept {
    return DayBlock([&](int row) { return next_yearly(month, day_of_month, day.day_in(row)).range; });
}

[[nodiscard]] inline DayBlock not_before(const DayBlock& day, const DayBlock& earliest) noexcept {
    return DayBlock([&](int row) { return not_before(day.day_in(row), earliest.day_in(row)).range; });
}
[[nodiscard]] inline DayBlock earlier_of(const DayBlock& left, const DayBlock& right) noexcept {
    return DayBlock([&](int row) { return earlier_of(left.day_in(row), right.day_in(row)).range; });
}
[[nodiscard]] inline DayBlock later_of(const DayBlock& left, const DayBlock& right) noexcept {
    return DayBlock([&](int row) { return later_of(left.day_in(row), right.day_in(row)).range; });
}

[[nodiscard]] inline Planes is_on_or_before(const DayBlock& left, const DayBlock& right) noexcept {
    return {.yes = ~before(right.first(), left.last()), .no = before(right.last(), left.first())};
}
[[nodiscard]] inline Planes is_before(const DayBlock& left, const DayBlock& right) noexcept {
    return negate(is_on_or_before(right, left));
}
[[nodiscard]] inline Planes lies_in(const DayBlock& day, DaysAround window, const DayBlock& around) noexcept {
    const auto moved_by = [&](std::int32_t days) { return moved(around, {days, DurationUnit::days}, {}); };
    return all_of(is_on_or_before(day, moved_by(window.through)), is_on_or_before(moved_by(window.from), day));
}
template <class Dates, class Others>
[[nodiscard]] Planes lies_in(const Dates& fact, Evidence minimum, DaysAround window, const Others& other,
                             Evidence other_minimum) noexcept {
    return lies_in(day_of(fact, minimum), window, day_of(other, other_minimum));
}

}  // namespace pol::batch
