#include "pol/batch/tests.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

// Blocks of days against the days of single requests, row by row.

namespace {

using pol::Date;
using pol::date_of;
using pol::DateRange;
using pol::Day;
using pol::Evidence;
using pol::Fact;
using pol::ShortMonths;
using pol::Truth;
using pol::batch::Cell;
using pol::batch::Planes;
using pol::batch::rows_in_block;

constexpr Date middle = date_of(2024, 2, 29);
constexpr pol::CalendarRules calendar = {.short_months = ShortMonths::take_last_day,
                                         .leap_birthday = pol::LeapBirthday::march_1};

/// A date of 64 requests: exact, of a month or year, the first or last of the calendar, or not given.
class DrawnDates {
public:
    explicit DrawnDates(std::uint32_t seed, bool is_exact = false) : random_(seed) {
        for (int i = 0; i < rows_in_block; ++i) {
            const std::int32_t day = middle.days + number_below(2'000) - 1'000;
            const std::int32_t length[] = {0, 0, 0, 30, 365};
            first_.push_back(day);
            last_.push_back(day + (is_exact ? 0 : length[number_below(5)]));
            cells_.push_back(pol::batch::cell_given(number_below(2) == 0 ? Evidence::claimed : Evidence::documented));
        }
        first_[7] = last_[7] = pol::first_calendar_day.days;
        first_[8] = last_[8] = pol::last_calendar_day.days;
        for (int i = 0; i < 6; ++i) cells_[static_cast<std::size_t>(number_below(rows_in_block))] = 0;
        cells_[9] = pol::batch::cell_not_knowable;
    }

    [[nodiscard]] pol::batch::DayRangeColumn column() const { return {cells_.data(), first_.data(), last_.data()}; }
    [[nodiscard]] pol::batch::DayColumn exact_column() const { return {cells_.data(), first_.data()}; }
    [[nodiscard]] Fact<DateRange> fact(int row) const { return fact_at(column(), static_cast<std::size_t>(row)); }
    void give_all() { cells_.assign(rows_in_block, pol::batch::cell_given(Evidence::documented)); }

private:
    int number_below(int limit) { return static_cast<int>(random_() % static_cast<std::uint32_t>(limit)); }

    std::mt19937 random_;
    std::vector<Cell> cells_;
    std::vector<std::int32_t> first_;
    std::vector<std::int32_t> last_;
};

/// What a function gives for two days of 64 requests, and for those of each.
template <class Function, class Check>
void for_each_pair(const Function& function, const Check& check) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        DrawnDates left(seed);
        const DrawnDates right(seed + 1'000);
        if (seed % 2 == 0) left.give_all();
        const pol::batch::DayRanges left_block(left.column(), {});
        const pol::batch::DayRanges right_block(right.column(), {});
        for (const Evidence minimum : {Evidence::none, Evidence::documented}) {
            const auto block = function(day_of(left_block, minimum), day_of(right_block, minimum));
            for (int row = 0; row < rows_in_block; ++row) {
                CAPTURE(seed);
                CAPTURE(row);
                check(block, row, function(day_of(left.fact(row), minimum), day_of(right.fact(row), minimum)));
            }
        }
    }
}

constexpr auto is_same_day = [](const auto& days, int row, const auto& day) {
    REQUIRE(days.in(row).range == day.range);
};
constexpr auto is_same_truth = [](const Planes& planes, int row, const auto& tested) {
    const pol::batch::Plane bit = pol::batch::Plane{1} << row;
    REQUIRE(((planes.yes & bit) != 0) == (tested.truth == Truth::yes));
    REQUIRE(((planes.no & bit) != 0) == (tested.truth == Truth::no));
};
constexpr auto is_same_amount = [](const auto& values, int row, const auto& amount) {
    REQUIRE(values.in(row).known == amount.known);
    if (amount.known) REQUIRE(values.in(row).value == amount.value);
};

}  // namespace

TEST_CASE("days of a block are moved, bounded and chosen as single ones") {
    for (const ShortMonths rule : {ShortMonths::take_last_day, ShortMonths::take_first_of_next})
        for (const pol::Duration offset : {pol::Duration{-34, pol::DurationUnit::days},
                                           {1, pol::DurationUnit::days},
                                           {-6, pol::DurationUnit::months},
                                           {13, pol::DurationUnit::months}})
            for_each_pair([&](const auto& one, const auto&) { return moved(one, offset, rule); }, is_same_day);
    for_each_pair([](const auto& one, const auto&) { return last_yearly(11, 1, one); }, is_same_day);
    for_each_pair([](const auto& one, const auto&) { return next_yearly(3, 31, one); }, is_same_day);
    for_each_pair([](const auto& one, const auto& two) { return not_before(one, two); }, is_same_day);
    for_each_pair([](const auto& one, const auto& two) { return earlier_of(one, two); }, is_same_day);
    for_each_pair([](const auto& one, const auto& two) { return later_of(one, two); }, is_same_day);
}

TEST_CASE("days of a block are ordered as single ones, also with a day as written") {
    for_each_pair([](const auto& one, const auto& two) { return is_before(one, two); }, is_same_truth);
    for_each_pair([](const auto& one, const auto& two) { return is_on_or_before(one, two); }, is_same_truth);
    for (const Date day : {middle, pol::first_calendar_day, pol::last_calendar_day}) {
        for_each_pair([&](const auto& one, const auto&) { return is_before(one, on(day)); }, is_same_truth);
        for_each_pair([&](const auto& one, const auto&) { return is_on_or_before(on(day), one); }, is_same_truth);
    }
}

TEST_CASE("what has elapsed between days of a block is what has between single ones") {
    for_each_pair([](const auto& one, const auto& two) { return days_between(one, two); }, is_same_amount);
    for_each_pair([](const auto& one, const auto& two) { return weeks_between(one, two); }, is_same_amount);
    const ShortMonths rule = ShortMonths::take_first_of_next;
    for_each_pair([&](const auto& one, const auto& two) { return months_between(one, two, rule); }, is_same_amount);
    for_each_pair([&](const auto& one, const auto& two) { return years_between(one, two, rule); }, is_same_amount);
}

TEST_CASE("days and values by cases are those of single requests, whatever is known of the cases") {
    for_each_pair(
        [](const auto& one, const auto& two) {
            return first_of(in_case(is_before(one, two), one), in_case(is_on_or_before(one, on(middle)), two),
                            on(middle));
        },
        is_same_day);
    const auto rows = [](const auto& choose) {
        for_each_pair(
            [&](const auto& one, const auto& two) {
                return choose(in_case(is_before(one, two), days_between(one, two)),
                              in_case(is_before(two, one), pol::exactly(7)),
                              in_case(is_on_or_before(one, on(middle)), weeks_between(two, one)));
            },
            is_same_amount);
    };
    rows([](const auto&... cases) { return first_of(cases..., pol::exactly(7)); });
    rows([](const auto&... cases) { return greatest_of(cases...); });
    rows([](const auto&... cases) { return least_of(cases...); });
    rows([](const auto&... cases) { return only_of(cases...); });
}

TEST_CASE("a window around a date of a block is that around a single one") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const DrawnDates date(seed);
        const DrawnDates around(seed + 1'000, true);
        const pol::batch::DayRanges dates(date.column(), {});
        const pol::batch::Days others(around.exact_column(), {});
        const pol::DaysAround window{.from = -400, .through = 3};
        const Planes planes = lies_in(dates, Evidence::documented, window, others, Evidence::none);
        for (int row = 0; row < rows_in_block; ++row) {
            const Fact<Date> other = fact_at(around.exact_column(), static_cast<std::size_t>(row));
            is_same_truth(planes, row, lies_in(date.fact(row), Evidence::documented, window, other, Evidence::none));
        }
    }
}

namespace {

/// Ages from a date of birth to a day, in both forms.
template <class On>
void for_each_age(const On& on) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const DrawnDates birth(seed);
        const DrawnDates day(seed + 1'000);
        const pol::batch::DayRanges births(birth.column(), {});
        const pol::batch::DayRanges days(day.column(), {});
        const auto compare = [&](auto... functions) {
            for (const pol::Age age : {pol::years(0), pol::years(1), pol::years(2), pol::months(3), pol::months(25)})
                for (int row = 0; row < rows_in_block; ++row) {
                    CAPTURE(seed);
                    CAPTURE(row);
                    (is_same_truth(functions(births, on(day_of(days, Evidence::none)), age), row,
                                   functions(birth.fact(row), on(day_of(day.fact(row), Evidence::none)), age)),
                     ...);
                }
        };
        compare([](const auto& from, const auto& to, pol::Age age) { return age_at_least(from, to, age, calendar); },
                [](const auto& from, const auto& to, pol::Age age) { return age_less_than(from, to, age, calendar); },
                [](const auto& from, const auto& to, pol::Age age) { return age_more_than(from, to, age, calendar); },
                [](const auto& from, const auto& to, pol::Age age) { return age_at_most(from, to, age, calendar); },
                [](const auto& from, const auto& to, pol::Age age) { return age_is(from, to, age, calendar); },
                [](const auto& from, const auto& to, pol::Age age) { return age_is_not(from, to, age, calendar); });
    }
}

}  // namespace

TEST_CASE("ages on days of a block are those on single ones") {
    for_each_age([](const auto& day) -> const auto& { return day; });
    for_each_age([](const auto& day) { return reckoned(day); });
    for_each_age([](const auto&) { return pol::reckoned(pol::on(middle)); });
}

TEST_CASE("measurements of a block count when those of single requests do") {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const DrawnDates taken(seed);
        const DrawnDates from(seed + 1'000);
        const pol::batch::DayRangeColumn days = taken.column();
        std::vector<std::int64_t> digits;
        for (int row = 0; row < rows_in_block; ++row) digits.push_back(row * 7);
        const pol::batch::MeasurementColumn column = {{days.cells, digits.data(), 1}, days.first, days.last};
        const pol::Decimal least{10, 0};
        const pol::Decimal most{40, 0};
        const pol::batch::Measurements block(column, {}, least, most);
        const pol::batch::DayRanges from_block(from.column(), {});
        const Evidence minimum = Evidence::documented;
        const Planes planes = is_at_least(measured(block, minimum, day_of(from_block, Evidence::none), pol::last_day()),
                                          pol::exactly(20));
        for (int row = 0; row < rows_in_block; ++row) {
            Fact<pol::Measurement> fact = fact_at(column, static_cast<std::size_t>(row));
            if (pol::is_beyond(fact, least, most)) fact = {};
            is_same_truth(planes, row,
                          is_at_least(measured(fact, minimum, day_of(from.fact(row), Evidence::none), pol::last_day()),
                                      pol::exactly(20)));
        }
    }
}
