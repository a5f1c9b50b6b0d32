#pragma once

#include "pol/batch/block.hpp"
#include "pol/batch/number_block.hpp"
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

namespace detail {
/// Calls a function of two days with those of every row.
template <class Function>
[[nodiscard]] DayBlock row_by_row(const DayBlock& left, const DayBlock& right, const Function& function) noexcept {
    return DayBlock([&](int row) { return function(left.day_in(row), right.day_in(row)).range; });
}
}  // namespace detail

[[nodiscard]] inline DayBlock not_before(const DayBlock& day, const DayBlock& earliest) noexcept {
    return detail::row_by_row(day, earliest, [](const auto& one, const auto& bound) { return not_before(one, bound); });
}
[[nodiscard]] inline DayBlock earlier_of(const DayBlock& left, const DayBlock& right) noexcept {
    return detail::row_by_row(left, right, [](const auto& one, const auto& two) { return earlier_of(one, two); });
}
[[nodiscard]] inline DayBlock later_of(const DayBlock& left, const DayBlock& right) noexcept {
    return detail::row_by_row(left, right, [](const auto& one, const auto& two) { return later_of(one, two); });
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

/// What has elapsed between days, as whole numbers.
class Elapsed {
public:
    template <class Function>
    Elapsed(const DayBlock& from, const DayBlock& to, const Function& function) noexcept {
        for (int row = 0; row < rows_in_block; ++row) {
            const auto elapsed = function(from.day_in(row), to.day_in(row));
            numbers_[row] = static_cast<std::int64_t>(elapsed.value.numerator);
            known_ |= Plane{elapsed.known} << row;
        }
    }
    Elapsed(const Elapsed&) = delete;
    Elapsed& operator=(const Elapsed&) = delete;

    operator Amounts() const noexcept { return {.digits = numbers_, .places = 0, .known = known_}; }

private:
    std::int64_t numbers_[rows_in_block];
    Plane known_ = 0;
};
[[nodiscard]] inline Elapsed days_between(const DayBlock& from, const DayBlock& to) noexcept {
    return {from, to, [](const auto& one, const auto& two) { return days_between(one, two); }};
}
[[nodiscard]] inline Elapsed weeks_between(const DayBlock& from, const DayBlock& to) noexcept {
    return {from, to, [](const auto& one, const auto& two) { return weeks_between(one, two); }};
}
[[nodiscard, gnu::noinline]] inline Elapsed months_between(const DayBlock& from, const DayBlock& to,
                                                           ShortMonths rule) noexcept {
    return {from, to, [&](const auto& one, const auto& two) { return months_between(one, two, rule); }};
}
[[nodiscard, gnu::noinline]] inline Elapsed years_between(const DayBlock& from, const DayBlock& to,
                                                          ShortMonths rule) noexcept {
    return {from, to, [&](const auto& one, const auto& two) { return years_between(one, two, rule); }};
}

/// Measurements that were surely taken from `from` through `through`.
[[nodiscard]] inline Amounts measured(const Measurements& fact, Evidence minimum, const DayBlock& from,
                                      const DayBlock& through) noexcept {
    const DayBlock taken = day_of(fact, minimum);
    const Plane in_time = all_of(is_on_or_before(from, taken), is_on_or_before(taken, through)).yes;
    return {.digits = fact.digits(), .places = fact.places(), .known = fact.usable(minimum) & in_time};
}

}  // namespace pol::batch
