#include "pol/days.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <vector>

// Days that are known only to lie within a range, against every way in which they may turn out.

namespace {

using pol::AgeUnit;
using pol::CalendarRules;
using pol::Date;
using pol::date_of;
using pol::DateRange;
using pol::Day;
using pol::Evidence;
using pol::Presence;
using pol::ShortMonths;
using pol::Truth;

constexpr CalendarRules rules{};
constexpr Evidence none = Evidence::none;
constexpr Evidence documented = Evidence::documented;

pol::Fact<DateRange> given(DateRange range, Evidence evidence = none) { return {range, Presence::given, evidence}; }

Day<1> day(Date first, Date last) { return day_of(given({first, last}), none); }

/// Every range of one to four days around the turn of a February.
std::vector<Day<1>> short_ranges() {
    std::vector<Day<1>> ranges;
    for (Date first = date_of(2028, 2, 26); first <= date_of(2028, 3, 3); first = add_days(first, 1))
        for (const std::int32_t length : {1, 2, 4}) ranges.push_back(day(first, add_days(first, length - 1)));
    return ranges;
}

/// Yes or no if it comes out so whatever the two days are.
template <class Holds>
Truth by_enumeration(const DateRange& left, const DateRange& right, Holds holds) {
    bool can_hold = false;
    bool can_fail = false;
    for (Date l = left.first; l <= left.last; l = add_days(l, 1))
        for (Date r = right.first; r <= right.last; r = add_days(r, 1)) (holds(l, r) ? can_hold : can_fail) = true;
    return can_hold && can_fail ? Truth::unknown : pol::truth(can_hold);
}

constexpr std::chrono::sys_days in_chrono(Date date) { return std::chrono::sys_days{std::chrono::days{date.days}}; }

/// Age by <chrono>: years between the civil dates, less one before this year's birthday (1 March for leap days).
std::int32_t years_by_chrono(Date birth, Date on) {
    const std::chrono::year_month_day born{in_chrono(birth)};
    const std::chrono::year_month_day then{in_chrono(on)};
    const std::chrono::year_month_day birthday{then.year(), born.month(), born.day()};
    const std::chrono::sys_days completed =
        birthday.ok() ? std::chrono::sys_days{birthday}
                      : std::chrono::sys_days{then.year() / std::chrono::March / std::chrono::day{1}};
    const int years = static_cast<int>(then.year()) - static_cast<int>(born.year());
    return completed <= in_chrono(on) ? years : years - 1;
}

}  // namespace

TEST_CASE("two days compare as every way they may turn out agrees") {
    bool agree = true;
    for (const Day<1>& left : short_ranges())
        for (const Day<1>& right : short_ranges()) {
            const auto before = is_before(left, right);
            const auto not_after = is_on_or_before(left, right);
            agree = agree &&
                    before.truth == by_enumeration(left.range, right.range, [](Date l, Date r) { return l < r; }) &&
                    not_after.truth == by_enumeration(left.range, right.range, [](Date l, Date r) { return l <= r; });
        }
    CHECK(agree);
}

TEST_CASE("an open comparison names the days that are not exact, a known one none") {
    for (const Day<1>& left : short_ranges())
        for (const Day<1>& right : short_ranges()) {
            const auto tested = is_before(left, right);
            const bool is_open = tested.truth == Truth::unknown;
            CHECK(tested.open.has(0) == (is_open && !is_exact(left.range)));
            CHECK(tested.open.has(1) == (is_open && !is_exact(right.range)));
            CHECK((!is_open || !tested.open.empty()));
        }
}

TEST_CASE("moving a day moves all it may be") {
    bool agree = true;
    for (const ShortMonths rule : {ShortMonths::take_last_day, ShortMonths::take_first_of_next})
        for (const pol::DurationUnit unit : {pol::DurationUnit::days, pol::DurationUnit::months})
            for (const std::int32_t amount : {-84, -12, -1, 0, 1, 10, 12, 90})
                for (Date first = date_of(2027, 12, 25); first <= date_of(2028, 3, 5); first = add_days(first, 1)) {
                    const Day<1> range = day(first, add_days(first, 6));
                    const Day<1> landed = moved(range, {amount, unit}, rule);
                    Date least = pol::open_end;
                    Date most = date_of(1800, 1, 1);
                    for (Date one = first; one <= range.range.last; one = add_days(one, 1)) {
                        const Date to =
                            unit == pol::DurationUnit::days ? add_days(one, amount) : add_months(one, amount, rule);
                        if (to < least) least = to;
                        if (most < to) most = to;
                    }
                    agree = agree && landed.range == DateRange{least, most} && landed.missing == range.missing;
                }
    CHECK(agree);
}

TEST_CASE("closed windows before a day hold from their first through their last day") {
    const Day<0> service = on(date_of(2026, 3, 1));
    const auto is_within_ten_days_before = [&](Date onset) {
        const Day<1> one = day(onset, onset);
        return all_of(is_on_or_before(moved(service, {-10, pol::DurationUnit::days}, rules.short_months), one),
                      is_on_or_before(one, service))
            .truth;
    };
    CHECK(is_within_ten_days_before(date_of(2026, 2, 18)) == Truth::no);
    CHECK(is_within_ten_days_before(date_of(2026, 2, 19)) == Truth::yes);
    CHECK(is_within_ten_days_before(date_of(2026, 3, 1)) == Truth::yes);
    CHECK(is_within_ten_days_before(date_of(2026, 3, 2)) == Truth::no);
}

TEST_CASE("a window around a date is its two comparisons, whatever is given of the dates") {
    const std::vector<pol::Fact<Date>> services = {{},
                                                   {date_of(2028, 3, 1), Presence::given, none},
                                                   {pol::first_calendar_day, Presence::given, none},
                                                   {pol::last_calendar_day, Presence::given, none}};
    std::vector<pol::Fact<DateRange>> days = {{},
                                              given({date_of(2028, 3, 1), date_of(2028, 3, 1)}, Evidence::attested)};
    for (const Day<1>& range : short_ranges()) days.push_back(given(range.range, documented));
    for (const Date end : {pol::first_calendar_day, pol::last_calendar_day})
        days.push_back(given({end, end}, documented));
    bool agree = true;
    for (const pol::Fact<Date>& service : services)
        for (const pol::Fact<DateRange>& onset : days)
            for (const pol::DaysAround window : {pol::DaysAround{-3, 0}, {0, 2}, {-4, -2}, {1, 1}, {-200'000, -1}}) {
                const auto from =
                    moved(day_of(service, none), {window.from, pol::DurationUnit::days}, rules.short_months);
                const auto through =
                    moved(day_of(service, none), {window.through, pol::DurationUnit::days}, rules.short_months);
                const Day<1> one = day_of(onset, documented);
                const auto expected = all_of(is_on_or_before(one, through), is_on_or_before(from, one));
                const auto found = lies_in(onset, documented, window, service, none);
                agree = agree && found.truth == expected.truth && found.open == expected.open;
            }
    CHECK(agree);
}

TEST_CASE("a fact's day is what is given with enough evidence, else any day of the calendar") {
    const DateRange february{date_of(2026, 2, 1), date_of(2026, 2, 28)};
    const DateRange calendar{date_of(1800, 1, 1), date_of(2199, 12, 31)};
    CHECK(day_of(given(february, documented), documented).range == february);
    CHECK(day_of(given(february, documented), documented).missing.has(0));
    CHECK(day_of(given(february, Evidence::attested), documented).range == calendar);
    CHECK(day_of(pol::Fact<DateRange>{february, Presence::not_knowable, documented}, documented).range == calendar);
    CHECK(day_of(pol::Fact<DateRange>{}, none).missing.has(0));
    const pol::Fact<Date> exact{date_of(2026, 2, 3), Presence::given, none};
    CHECK(day_of(exact, none).range == DateRange{date_of(2026, 2, 3), date_of(2026, 2, 3)});
    CHECK(day_of(exact, none).missing.empty());
    CHECK(day_of(pol::Fact<Date>{}, none).range == calendar);
    CHECK(pol::dated(exact).value == DateRange{date_of(2026, 2, 3), date_of(2026, 2, 3)});
    CHECK(pol::first_day().range.first == calendar.first);
    CHECK(pol::last_day().range.last == calendar.last);
}

TEST_CASE("a bound cuts off the days before it and leaves a contradiction as it is given") {
    for (const Day<1>& earliest : short_ranges())
        for (const Day<1>& written : short_ranges()) {
            const Day<1> bounded = not_before(written, earliest);
            const Date bound = earliest.range.first;
            if (written.range.last < bound) {
                CHECK(bounded.range == written.range);
                continue;
            }
            CHECK(bounded.range.first == (written.range.first < bound ? bound : written.range.first));
            CHECK(bounded.range.last == written.range.last);
            CHECK(bounded.missing.has(0) == !is_exact(bounded.range));
        }
}

TEST_CASE("a missing date with a bound surely lies behind what the bound lies behind") {
    const Day<1> request = day(date_of(2026, 3, 1), date_of(2026, 3, 1));
    const Day<1> service = not_before(day_of(pol::Fact<Date>{}, none), request);
    CHECK(is_before(on(date_of(2026, 2, 28)), service).truth == Truth::yes);
    CHECK(is_before(on(date_of(2026, 3, 1)), service).truth == Truth::unknown);
    CHECK(is_on_or_before(request, service).truth == Truth::yes);
    CHECK(is_before(service, request).truth == Truth::no);
    CHECK(service.missing.has(0));
}

TEST_CASE("an age on a range of days decides as every birth and every day agree, births after the day left out") {
    bool agree = true;
    const Date start = date_of(2008, 2, 26);
    for (std::int32_t b = 0; b < 6; ++b)
        for (const std::int32_t births : {1, 3})
            for (std::int32_t d = 0; d < 6; ++d)
                for (const std::int32_t days : {1, 2, 5})
                    for (const std::int32_t after : {0, 1, 18}) {
                        const DateRange birth{add_days(start, b), add_days(start, b + births - 1)};
                        const Date first = add_days(add_months(start, 12 * after, rules.short_months), d);
                        const DateRange range{first, add_days(first, days - 1)};
                        for (const std::int32_t amount : {1, 18, 19}) {
                            bool can_hold = false;
                            bool can_fail = false;
                            for (Date one = birth.first; one <= birth.last; one = add_days(one, 1))
                                for (Date other = range.first; other <= range.last; other = add_days(other, 1))
                                    if (one <= other)
                                        (years_by_chrono(one, other) >= amount ? can_hold : can_fail) = true;
                            const Truth expected = can_hold == can_fail ? Truth::unknown : pol::truth(can_hold);
                            agree = agree && expected == pol::age_is_at_least(given(birth), range, amount,
                                                                              AgeUnit::years, rules);
                        }
                    }
    CHECK(agree);
}

TEST_CASE("an age on a range of one day is the age on that day") {
    bool agree = true;
    const DateRange births[] = {{date_of(2008, 2, 29), date_of(2008, 2, 29)},
                                {date_of(2008, 1, 1), date_of(2008, 12, 31)},
                                {date_of(2026, 3, 1), date_of(2026, 3, 31)}};
    for (const DateRange& birth : births)
        for (Date on = date_of(2026, 2, 1); on <= date_of(2026, 4, 30); on = add_days(on, 1))
            for (const AgeUnit unit : {AgeUnit::years, AgeUnit::months})
                for (const std::int32_t amount : {0, 1, 17, 18, 216}) {
                    const pol::Age age{amount, unit};
                    const pol::Fact<Date> exact{on, Presence::given, none};
                    const auto same = [&](auto left, auto right) {
                        agree = agree && left.truth == right.truth && left.open == right.open;
                    };
                    const Day<1> range = day(on, on);
                    same(age_at_least(given(birth), range, age, rules), age_at_least(given(birth), exact, age, rules));
                    same(age_more_than(given(birth), range, age, rules),
                         age_more_than(given(birth), exact, age, rules));
                    same(age_at_most(given(birth), range, age, rules), age_at_most(given(birth), exact, age, rules));
                    same(age_less_than(given(birth), range, age, rules),
                         age_less_than(given(birth), exact, age, rules));
                    same(age_is(given(birth), range, age, rules), age_is(given(birth), exact, age, rules));
                    same(age_is_not(given(birth), range, age, rules), age_is_not(given(birth), exact, age, rules));
                }
    CHECK(agree);
}

TEST_CASE("an age on a day that is missing with a bound may be old enough at least") {
    const Day<1> request = day(date_of(2026, 3, 1), date_of(2026, 3, 1));
    const Day<1> service = not_before(day_of(pol::Fact<Date>{}, none), request);
    const auto born = [](std::int32_t year) { return given({date_of(year, 3, 1), date_of(year, 3, 1)}); };
    CHECK(age_at_least(born(2008), service, pol::years(18), rules).truth == Truth::yes);
    CHECK(age_at_least(born(2009), service, pol::years(18), rules).truth == Truth::unknown);
    CHECK(age_less_than(born(2008), service, pol::years(18), rules).truth == Truth::no);
    CHECK(age_is(born(2008), service, pol::years(17), rules).truth == Truth::no);
    CHECK(age_is(born(2008), service, pol::years(18), rules).truth == Truth::unknown);
    CHECK(age_at_least(pol::Fact<DateRange>{}, service, pol::years(18), rules).truth == Truth::unknown);
}

TEST_CASE("a birth surely after the day leaves the age unknown") {
    const DateRange march{date_of(2026, 3, 1), date_of(2026, 3, 31)};
    const pol::Fact<DateRange> later = given({date_of(2026, 4, 1), date_of(2026, 4, 30)});
    CHECK(pol::birth_contradicts(later, march));
    CHECK(pol::age_is_at_least(later, march, 1, AgeUnit::months, rules) == Truth::unknown);
    CHECK_FALSE(pol::birth_contradicts(given({date_of(2026, 3, 31), date_of(2026, 4, 30)}), march));
}
