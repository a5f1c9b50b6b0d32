#include "pol/dosing.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>

namespace {

using pol::add_days;
using pol::Date;
using pol::date_of;
using pol::DoseSchedule;
using pol::Period;

constexpr DoseSchedule loading_then_monthly{3, 14, 28};
constexpr pol::Duration six_months{6, pol::DurationUnit::months};

Period period(Date start, std::int32_t k) {
    return pol::anchored_period(start, six_months, k, pol::ShortMonths::take_last_day);
}

std::int32_t doses(Date start, std::int32_t k) {
    return pol::doses_in(loading_then_monthly, start, period(start, k)).count;
}

TEST_CASE("three loading doses, then one every four weeks after the last of them") {
    const std::int32_t offsets[] = {0, 14, 28, 56, 84, 112, 140, 168, 196};
    for (std::int32_t dose = 0; dose < 9; ++dose) CHECK(pol::dose_offset(loading_then_monthly, dose) == offsets[dose]);
}

TEST_CASE("an initial period of six months holds eight doses whatever the day it starts on") {
    bool always_eight = true;
    for (Date start = date_of(2026, 1, 1); start <= date_of(2029, 12, 31); start = add_days(start, 1))
        always_eight = always_eight && doses(start, 0) == 8;
    CHECK(always_eight);
}

TEST_CASE("renewals hold seven, six, seven, six doses for ten years") {
    bool alternate = true;
    for (Date start = date_of(2026, 1, 1); start <= date_of(2029, 12, 31); start = add_days(start, 1))
        for (std::int32_t k = 1; k < 20; ++k) alternate = alternate && doses(start, k) == (k % 2 == 1 ? 7 : 6);
    CHECK(alternate);
}

TEST_CASE("the doses of a renewal keep counting from the first dose") {
    const Date start = date_of(2026, 6, 1);
    const pol::DoseRange range = pol::doses_in(loading_then_monthly, start, period(start, 1));
    CHECK(range == pol::DoseRange{8, 7});
    CHECK(pol::dose_date(loading_then_monthly, start, 8) == date_of(2026, 12, 14));
    CHECK(pol::dose_date(loading_then_monthly, start, 14) == period(start, 1).through);
    CHECK(doses(date_of(2026, 8, 31), 1) == 7);
}

TEST_CASE("counting doses agrees with walking the calendar day by day") {
    bool agree = true;
    for (const DoseSchedule schedule :
         {loading_then_monthly, DoseSchedule{0, 0, 7}, DoseSchedule{1, 1, 30}, DoseSchedule{5, 2, 90}}) {
        std::int32_t next = 0;
        for (std::int32_t day = 0; day < 1000; ++day) {
            agree = agree && pol::doses_before(schedule, day) == next;
            if (pol::dose_offset(schedule, next) == day) ++next;
        }
    }
    CHECK(agree);
    CHECK(pol::doses_before(loading_then_monthly, -3) == 0);
}

}  // namespace
