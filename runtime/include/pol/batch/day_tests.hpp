#pragma once

#include "pol/batch/block.hpp"
#include "pol/batch/row_values.hpp"
#include "pol/days.hpp"

#include <cstdint>

namespace pol::batch {

/// Functions by the names of those of one day (pol/days.hpp), with what each says of a row.

/// The days of a date, or of a measurement.
template <class Dates>
requires requires(const Dates& dates) { dates.first(); }
[[nodiscard]] GivenDays day_of(const Dates& fact, Evidence minimum) noexcept {
    return {.first = fact.first(), .last = fact.last(), .known = fact.usable(minimum)};
}

template <class Days>
requires AreDays<Days>
[[nodiscard]] auto moved(const Days& day, Duration offset, ShortMonths rule) noexcept {
    return detail::day_rows([=](const auto& one) { return moved(one, offset, rule); }, day);
}
template <class Days>
requires AreDays<Days>
[[nodiscard]] auto last_yearly(std::int32_t month, std::int32_t day_of_month, const Days& day) noexcept {
    return detail::day_rows([=](const auto& one) { return last_yearly(month, day_of_month, one); }, day);
}
template <class Days>
requires AreDays<Days>
[[nodiscard]] auto next_yearly(std::int32_t month, std::int32_t day_of_month, const Days& day) noexcept {
    return detail::day_rows([=](const auto& one) { return next_yearly(month, day_of_month, one); }, day);
}
template <class Left, class Right>
requires AreDays<Left, Right>
[[nodiscard]] auto not_before(const Left& day, const Right& earliest) noexcept {
    return detail::day_rows([](const auto& one, const auto& bound) { return not_before(one, bound); }, day, earliest);
}
template <class Left, class Right>
requires AreDays<Left, Right>
[[nodiscard]] auto earlier_of(const Left& left, const Right& right) noexcept {
    return detail::day_rows([](const auto& one, const auto& two) { return earlier_of(one, two); }, left, right);
}
template <class Left, class Right>
requires AreDays<Left, Right>
[[nodiscard]] auto later_of(const Left& left, const Right& right) noexcept {
    return detail::day_rows([](const auto& one, const auto& two) { return later_of(one, two); }, left, right);
}

/// Days of 64 rows side by side, to be compared.
class DayBlock {
public:
    template <class Days>
    explicit DayBlock(const Days& days) noexcept {
        for (int row = 0; row < rows_in_block; ++row) set(row, detail::in_row(days, row).range);
    }
    /// Borrowed where all are known.
    explicit DayBlock(const GivenDays& days) noexcept {
        if (days.known == every_row) {
            first_ = days.first;
            last_ = days.last;
            return;
        }
        for (int row = 0; row < rows_in_block; ++row) own_first_[row] = days.first[row];
        for (int row = 0; row < rows_in_block; ++row) own_last_[row] = days.last[row];
        for_each_row(~days.known, [&](int row) { set(row, Day<0>{}.range); });
    }
    DayBlock(const DayBlock&) = delete;
    DayBlock& operator=(const DayBlock&) = delete;

    [[nodiscard]] const std::int32_t* first() const noexcept { return first_; }
    [[nodiscard]] const std::int32_t* last() const noexcept { return last_; }

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

template <class Left, class Right>
requires AreDays<Left, Right>
[[nodiscard]] Planes is_on_or_before(const Left& left, const Right& right) noexcept {
    const DayBlock earlier(left);
    const DayBlock later(right);
    return {.yes = ~before(later.first(), earlier.last()), .no = before(later.last(), earlier.first())};
}
template <class Left, class Right>
requires AreDays<Left, Right>
[[nodiscard]] Planes is_before(const Left& left, const Right& right) noexcept {
    return negate(is_on_or_before(right, left));
}
template <class Dates, class Others>
requires requires(const Dates& dates) { dates.first(); }
[[nodiscard]] Planes lies_in(const Dates& fact, Evidence minimum, DaysAround window, const Others& other,
                             Evidence other_minimum) noexcept {
    const GivenDays day = day_of(fact, minimum);
    const GivenDays around = day_of(other, other_minimum);
    const auto moved_by = [&](std::int32_t days) { return moved(around, {days, DurationUnit::days}, {}); };
    return all_of(is_on_or_before(day, moved_by(window.through)), is_on_or_before(moved_by(window.from), day));
}

}  // namespace pol::batch
