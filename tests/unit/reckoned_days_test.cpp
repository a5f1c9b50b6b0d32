#include "pol/days.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

// Days reckoned from others: against <chrono>, and against every way in which what they rest on may turn out.

namespace {

using pol::AgeUnit;
using pol::CalendarRules;
using pol::Date;
using pol::date_of;
using pol::DateRange;
using pol::Day;
using pol::Evidence;
using pol::Presence;
using pol::Tested;
using pol::Truth;

constexpr CalendarRules rules{};
constexpr Evidence none = Evidence::none;

pol::Fact<DateRange> given(DateRange range) { return {range, Presence::given, none}; }
Day<1> day(Date first, Date last) { return day_of(given({first, last}), none); }

Tested<1> truth_is(Truth truth) { return pol::single_test(truth); }

template <int Size>
std::vector<int> members(const pol::Bits<Size>& set) {
    std::vector<int> found;
    for (int i = 0; i < Size; ++i)
        if (set.has(i)) found.push_back(i);
    return found;
}

std::chrono::year_month_day in_chrono(Date date) { return std::chrono::sys_days{std::chrono::days{date.days}}; }
Date from_chrono(std::chrono::year_month_day date) {
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

/// Ranges of several lengths that begin around the turns of two years.
std::vector<Day<1>> ranges() {
    std::vector<Day<1>> found;
    for (const std::int32_t year : {2027, 2028})
        for (Date first = date_of(year, 12, 29); first <= date_of(year + 1, 1, 3); first = add_days(first, 1))
            for (const std::int32_t length : {1, 3, 40, 500}) found.push_back(day(first, add_days(first, length - 1)));
    return found;
}

}  // namespace

TEST_CASE("days of every year agree with <chrono>") {
    bool agree = true;
    for (const auto& [month, of_month] :
         {std::pair{1, 1}, std::pair{2, 28}, std::pair{3, 1}, std::pair{11, 1}, std::pair{12, 31}})
        for (Date date = date_of(2023, 12, 30); date <= date_of(2028, 3, 2); date = add_days(date, 1)) {
            const std::chrono::month_day wanted =
                std::chrono::month(static_cast<unsigned>(month)) / std::chrono::day(static_cast<unsigned>(of_month));
            const std::chrono::year year = in_chrono(date).year();
            const Date this_year = from_chrono(year / wanted);
            const Date last = this_year <= date ? this_year : from_chrono((year - std::chrono::years{1}) / wanted);
            const Date next = this_year >= date ? this_year : from_chrono((year + std::chrono::years{1}) / wanted);
            agree = agree && pol::last_yearly(month, of_month, date) == last;
            agree = agree && pol::next_yearly(month, of_month, date) == next;
        }
    CHECK(agree);
    CHECK(pol::last_yearly(11, 1, date_of(2026, 11, 1)) == date_of(2026, 11, 1));
    CHECK(pol::next_yearly(11, 1, date_of(2026, 11, 1)) == date_of(2026, 11, 1));
}

TEST_CASE("a day of the year reckoned from a range has its range, and lacks nothing where that is one day") {
    for (const Day<1>& from : ranges()) {
        const Day<1> last = last_yearly(1, 1, from);
        CHECK(last.range.first == pol::last_yearly(1, 1, from.range.first));
        CHECK(last.range.last == pol::last_yearly(1, 1, from.range.last));
        CHECK(last.missing.has(0) == !is_exact(last.range));
        const Day<1> next = next_yearly(1, 1, from);
        CHECK(next.range.first == pol::next_yearly(1, 1, from.range.first));
        CHECK(next.range.last == pol::next_yearly(1, 1, from.range.last));
        CHECK(next.missing.has(0) == !is_exact(next.range));
    }
    const Day<1> march = day(date_of(2026, 3, 1), date_of(2026, 3, 31));
    CHECK(last_yearly(1, 1, march).range == DateRange{date_of(2026, 1, 1), date_of(2026, 1, 1)});
    CHECK(last_yearly(1, 1, march).missing.empty());
}

TEST_CASE("a day that is moved onto one day lacks nothing") {
    const Day<1> end_of_march = day(date_of(2026, 3, 29), date_of(2026, 3, 31));
    const Day<1> moved_day = moved(end_of_march, {-1, pol::DurationUnit::months}, pol::ShortMonths::take_last_day);
    CHECK(moved_day.range == DateRange{date_of(2026, 2, 28), date_of(2026, 2, 28)});
    CHECK(moved_day.missing.empty());
}

TEST_CASE("the earlier and the later of two days lie where every pair of days says") {
    bool agree = true;
    for (const Day<1>& left : ranges())
        for (const Day<1>& right : ranges()) {
            const Day<2> earlier = earlier_of(left, right);
            const Day<2> later = later_of(left, right);
            agree = agree && earlier.range.first == std::min(left.range.first, right.range.first) &&
                    earlier.range.last == std::min(left.range.last, right.range.last) &&
                    later.range.first == std::max(left.range.first, right.range.first) &&
                    later.range.last == std::max(left.range.last, right.range.last);
            agree = agree && earlier.missing.empty() == is_exact(earlier.range) &&
                    later.missing.empty() == is_exact(later.range);
        }
    CHECK(agree);
    const Day<1> early = day(date_of(2026, 1, 1), date_of(2026, 1, 31));
    const Day<1> late = day(date_of(2026, 1, 31), date_of(2026, 3, 31));
    CHECK(members(earlier_of(early, late).missing) == std::vector{0});
    CHECK(members(later_of(early, late).missing) == std::vector{1});
    CHECK(members(later_of(late, early).missing) == std::vector{0});
    CHECK(members(earlier_of(early, early).missing) == std::vector{0, 1});
}

TEST_CASE("a day by cases is any day of the cases that may be the first to hold") {
    const Day<1> a = day(date_of(2026, 1, 1), date_of(2026, 1, 1));
    const Day<1> b = day(date_of(2026, 2, 1), date_of(2026, 2, 10));
    const Day<1> c = day(date_of(2026, 3, 1), date_of(2026, 3, 1));
    const auto chosen = [&](Truth first, Truth second) {
        return first_of(in_case(truth_is(first), a), in_case(truth_is(second), b), c);
    };
    CHECK(chosen(Truth::yes, Truth::unknown).range == a.range);
    CHECK(chosen(Truth::yes, Truth::unknown).missing.empty());
    CHECK(chosen(Truth::no, Truth::yes).range == b.range);
    CHECK(members(chosen(Truth::no, Truth::yes).missing) == std::vector{3});
    CHECK(chosen(Truth::no, Truth::no).range == c.range);
    CHECK(chosen(Truth::unknown, Truth::no).range == DateRange{a.range.first, c.range.last});
    CHECK(members(chosen(Truth::unknown, Truth::no).missing) == std::vector{0});
    CHECK(chosen(Truth::unknown, Truth::unknown).range == DateRange{a.range.first, c.range.last});
    CHECK(members(chosen(Truth::unknown, Truth::unknown).missing) == std::vector{0, 2, 3});
    CHECK(members(chosen(Truth::unknown, Truth::yes).missing) == std::vector{0, 3});
    CHECK(first_of(in_case(truth_is(Truth::unknown), c), c).missing.empty());
    CHECK(pol::first_of(b).range == b.range);
}

TEST_CASE("an age at a reckoned day decides as every birth and every day agree, and is 0 before the birth") {
    bool agree = true;
    for (Date birth = date_of(2027, 1, 30); birth <= date_of(2027, 3, 2); birth = add_days(birth, 1))
        for (const std::int32_t births : {1, 3})
            for (Date first = date_of(2027, 1, 28); first <= date_of(2028, 3, 3); first = add_days(first, 9))
                for (const std::int32_t days : {1, 40})
                    for (const std::int32_t amount : {0, 1, 12}) {
                        const DateRange born{birth, add_days(birth, births - 1)};
                        const DateRange on{first, add_days(first, days - 1)};
                        bool can_hold = false;
                        bool can_fail = false;
                        for (Date one = born.first; one <= born.last; one = add_days(one, 1))
                            for (Date other = on.first; other <= on.last; other = add_days(other, 1)) {
                                const Date reached = day_age_is_reached(one, amount, AgeUnit::months, rules);
                                (amount == 0 || reached <= other ? can_hold : can_fail) = true;
                            }
                        const Truth expected = can_hold && can_fail ? Truth::unknown : pol::truth(can_hold);
                        agree =
                            agree && expected == age_is_at_least_by(given(born), on, amount, AgeUnit::months, rules);
                    }
    CHECK(agree);
}

TEST_CASE("an age at a reckoned day asks for the birth and for what the day lacks") {
    const auto start = pol::reckoned(pol::on(date_of(2025, 11, 1)));
    const DateRange later{date_of(2025, 12, 24), date_of(2025, 12, 24)};
    CHECK(age_less_than(given(later), start, pol::months(12), rules).truth == Truth::yes);
    CHECK(age_is(given(later), start, pol::years(0), rules).truth == Truth::yes);
    CHECK(age_at_most(given(later), start, pol::years(0), rules).truth == Truth::yes);
    CHECK(age_more_than(given(later), start, pol::years(0), rules).truth == Truth::no);
    CHECK(age_is_not(given(later), start, pol::years(1), rules).truth == Truth::yes);
    CHECK(age_at_least(given(later), start, pol::years(0), rules).truth == Truth::yes);
    const auto about = pol::reckoned(day(date_of(2025, 11, 1), date_of(2026, 11, 1)));
    const DateRange partial{date_of(2024, 11, 1), date_of(2024, 11, 30)};
    CHECK(members(age_at_least(given(partial), start, pol::years(1), rules).open) == std::vector{0});
    CHECK(members(age_at_least(given(partial), about, pol::years(1), rules).open) == std::vector{1});
    CHECK(members(age_at_least(pol::Fact<DateRange>{}, about, pol::years(1), rules).open) == std::vector{0, 1});
    CHECK(age_at_least(given(partial), about, pol::years(9), rules).open.empty());
}
