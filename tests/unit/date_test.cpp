#include "pol/date.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <initializer_list>

namespace {

using pol::AgeUnit;
using pol::CalendarRules;
using pol::Date;
using pol::date_of;
using pol::DateRange;
using pol::LeapBirthday;
using pol::Presence;
using pol::ShortMonths;
using pol::Truth;

constexpr std::chrono::sys_days days_of(Date date) { return std::chrono::sys_days{std::chrono::days{date.days}}; }

/// Month arithmetic by <chrono>, which leaves a day that does not exist to its user.
Date months_later(Date date, std::int32_t months, ShortMonths rule) {
    const std::chrono::year_month_day start{days_of(date)};
    const std::chrono::year_month_day landing = start + std::chrono::months{months};
    if (landing.ok()) return Date{static_cast<std::int32_t>(std::chrono::sys_days{landing}.time_since_epoch().count())};
    const std::chrono::sys_days last{landing.year() / landing.month() / std::chrono::last};
    const auto day = static_cast<std::int32_t>(last.time_since_epoch().count());
    return Date{rule == ShortMonths::take_last_day ? day : day + 1};
}

TEST_CASE("days and civil dates agree with <chrono> from 1800 through 2299") {
    bool agree = true;
    for (Date day = date_of(1800, 1, 1); day <= date_of(2299, 12, 31); day = pol::add_days(day, 1)) {
        const std::chrono::year_month_day expected{days_of(day)};
        const pol::CivilDate civil = pol::to_civil(day);
        agree = agree && civil.year == static_cast<int>(expected.year()) &&
                civil.month == static_cast<std::int32_t>(static_cast<unsigned>(expected.month())) &&
                civil.day == static_cast<std::int32_t>(static_cast<unsigned>(expected.day())) &&
                pol::to_date(civil) == day;
    }
    CHECK(agree);
}

TEST_CASE("months are added as <chrono> adds them, short months by the plan's rule") {
    bool agree = true;
    for (Date day = date_of(1899, 1, 1); day <= date_of(1905, 12, 31); day = pol::add_days(day, 1))
        for (const std::int32_t months : {-1200, -25, -1, 0, 1, 2, 6, 11, 12, 13, 120, 1200})
            for (const ShortMonths rule : {ShortMonths::take_last_day, ShortMonths::take_first_of_next})
                agree = agree && pol::add_months(day, months, rule) == months_later(day, months, rule);
    CHECK(agree);
}

TEST_CASE("31 August and six months is the last day of February, or 1 March") {
    CHECK(pol::add_months(date_of(2026, 8, 31), 6, ShortMonths::take_last_day) == date_of(2027, 2, 28));
    CHECK(pol::add_months(date_of(2027, 8, 31), 6, ShortMonths::take_last_day) == date_of(2028, 2, 29));
    CHECK(pol::add_months(date_of(2026, 8, 31), 6, ShortMonths::take_first_of_next) == date_of(2027, 3, 1));
}

TEST_CASE("a leap birthday is completed on the plan's day") {
    const Date leap_day = date_of(2012, 2, 29);
    const CalendarRules march{ShortMonths::take_last_day, LeapBirthday::march_1};
    const CalendarRules february{ShortMonths::take_last_day, LeapBirthday::february_28};
    CHECK(pol::day_age_is_reached(leap_day, 18, AgeUnit::years, march) == date_of(2030, 3, 1));
    CHECK(pol::day_age_is_reached(leap_day, 18, AgeUnit::years, february) == date_of(2030, 2, 28));
    CHECK(pol::day_age_is_reached(leap_day, 216, AgeUnit::months, march) == date_of(2030, 3, 1));
    CHECK(pol::day_age_is_reached(leap_day, 20, AgeUnit::years, march) == date_of(2032, 2, 29));
}

Truth adult(DateRange birth, Date on) {
    return pol::age_is_at_least({birth, Presence::given}, {on, Presence::given}, 18, AgeUnit::years, CalendarRules{});
}

/// How many of the days around the one on which an age is reached are told wrongly.
int wrong_days_around(Date birth, std::int32_t amount, AgeUnit unit, CalendarRules rules) {
    const Date reached = pol::day_age_is_reached(birth, amount, unit, rules);
    int wrong = 0;
    for (std::int32_t offset = -40; offset <= 40; ++offset)
        wrong += pol::has_reached_age(birth, {reached.days + offset}, amount, unit, rules) != (offset >= 0);
    return wrong;
}

TEST_CASE("an age that the days between tell is the one that the calendar tells") {
    int wrong = 0;
    for (const ShortMonths short_months : {ShortMonths::take_last_day, ShortMonths::take_first_of_next})
        for (const LeapBirthday leap_birthday : {LeapBirthday::february_28, LeapBirthday::march_1})
            for (Date birth = date_of(1899, 1, 1); birth < date_of(1905, 1, 1); ++birth.days)
                for (const std::int32_t amount : {0, 1, 2, 3, 6, 12, 18})
                    for (const AgeUnit unit : {AgeUnit::years, AgeUnit::months})
                        wrong += wrong_days_around(birth, amount, unit, {short_months, leap_birthday});
    CHECK(wrong == 0);
}

TEST_CASE("a partial birth date decides only where its whole interval agrees") {
    const DateRange june{date_of(2008, 6, 1), date_of(2008, 6, 30)};
    CHECK(adult(june, date_of(2026, 5, 31)) == Truth::no);
    CHECK(adult(june, date_of(2026, 6, 1)) == Truth::unknown);
    CHECK(adult(june, date_of(2026, 6, 15)) == Truth::unknown);
    CHECK(adult(june, date_of(2026, 6, 29)) == Truth::unknown);
    CHECK(adult(june, date_of(2026, 6, 30)) == Truth::yes);
}

TEST_CASE("the part of an interval after the day of reference is dropped") {
    const DateRange year{date_of(2026, 1, 1), date_of(2026, 12, 31)};
    const pol::Fact<DateRange> birth{year, Presence::given};
    const pol::Fact<Date> on{date_of(2026, 6, 1), Presence::given};
    CHECK(pol::age_is_at_least(birth, on, 0, AgeUnit::months, CalendarRules{}) == Truth::yes);
    CHECK(pol::age_is_at_least(birth, on, 6, AgeUnit::months, CalendarRules{}) == Truth::no);
    CHECK(pol::age_is_at_least(birth, on, 1, AgeUnit::months, CalendarRules{}) == Truth::unknown);
    CHECK_FALSE(pol::birth_contradicts(birth, on));
}

TEST_CASE("a birth after the day of reference leaves the age unknown") {
    const DateRange later{date_of(2026, 7, 2), date_of(2026, 7, 2)};
    const Date on = date_of(2026, 7, 1);
    CHECK(adult(later, on) == Truth::unknown);
    CHECK(pol::birth_contradicts({later, Presence::given}, {on, Presence::given}));
}

}  // namespace
