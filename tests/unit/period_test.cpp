#include "pol/period.hpp"

#include "pol/approving.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>

namespace {

using pol::Date;
using pol::date_of;
using pol::Duration;
using pol::DurationUnit;
using pol::Period;
using pol::ShortMonths;

constexpr Duration six_months{6, DurationUnit::months};

TEST_CASE("an approval of six months ends the day before") {
    const auto initial = [](Date start) {
        return pol::anchored_period(start, six_months, 0, ShortMonths::take_last_day);
    };
    CHECK(initial(date_of(2026, 7, 1)) == Period{date_of(2026, 7, 1), date_of(2026, 12, 31)});
    CHECK(initial(date_of(2026, 8, 31)) == Period{date_of(2026, 8, 31), date_of(2027, 2, 27)});
}

TEST_CASE("renewals count from the first start and are never chained") {
    const auto renewal = [](Date start, std::int32_t k) {
        return pol::anchored_period(start, six_months, k, ShortMonths::take_last_day);
    };
    CHECK(renewal(date_of(2026, 6, 1), 1) == Period{date_of(2026, 12, 1), date_of(2027, 5, 31)});
    CHECK(renewal(date_of(2026, 8, 31), 1) == Period{date_of(2027, 2, 28), date_of(2027, 8, 30)});
    CHECK(renewal(date_of(2026, 8, 31), 2) == Period{date_of(2027, 8, 31), date_of(2028, 2, 28)});
}

TEST_CASE("every day has one period, and the periods join without a gap") {
    bool sound = true;
    for (const Duration duration : {six_months, Duration{28, DurationUnit::days}, Duration{1, DurationUnit::months}})
        for (const ShortMonths rule : {ShortMonths::take_last_day, ShortMonths::take_first_of_next})
            for (const Date start : {date_of(2026, 8, 29), date_of(2026, 8, 31), date_of(2028, 2, 29)}) {
                std::int32_t expected = 0;
                for (Date day = start; day < pol::add_days(start, 1500); day = pol::add_days(day, 1)) {
                    if (day > pol::anchored_period(start, duration, expected, rule).through) ++expected;
                    sound = sound && pol::period_number(start, duration, day, rule) == expected &&
                            pol::anchored_period(start, duration, expected, rule).from <= day;
                }
            }
    CHECK(sound);
}

constexpr pol::ApprovalTerms half_year{.period_clause = 0, .starts_on = 5, .duration = six_months};

pol::ApprovalDates dates(Date first_start, Date service) {
    return {.starts_on = {service, pol::Presence::given},
            .first_start = {first_start, pol::Presence::given},
            .date_of_service = {service, pol::Presence::given}};
}

TEST_CASE("a renewal before its first start, or still in the first period, contradicts itself") {
    const auto contradicts = [](Date first_start, Date service) {
        return pol::renewal_dates_contradict(half_year, dates(first_start, service), pol::CalendarRules{});
    };
    CHECK(contradicts(date_of(2026, 7, 1), date_of(2026, 6, 30)));
    CHECK(contradicts(date_of(2026, 7, 1), date_of(2026, 7, 1)));
    CHECK(contradicts(date_of(2026, 7, 1), date_of(2026, 12, 31)));
    CHECK_FALSE(contradicts(date_of(2026, 7, 1), date_of(2027, 1, 1)));
}

TEST_CASE("an approval is open while a date it is counted from is missing") {
    pol::ApprovalDates known = dates(date_of(2026, 7, 1), date_of(2027, 2, 1));
    const pol::Extent lasting{.duration = six_months};
    CHECK_FALSE(pol::is_open(half_year, true, known, lasting, {}));
    known.first_start.presence = pol::Presence::not_given;
    CHECK(pol::is_open(half_year, true, known, lasting, {}));
    CHECK_FALSE(pol::is_open(half_year, false, known, lasting, {}));
    known.starts_on.presence = pol::Presence::not_knowable;
    CHECK(pol::is_open(half_year, false, known, lasting, {}));
}

TEST_CASE("an approval is open while its length or its last day is unknown, or lies before its first") {
    const pol::ApprovalDates known = dates(date_of(2026, 7, 1), date_of(2027, 2, 1));
    const auto until = [](Date day) { return pol::Extent{.duration = six_months, .until = day}; };
    CHECK(pol::is_open(half_year, false, known, {.duration = six_months, .known = false}, {}));
    CHECK(pol::is_open(half_year, false, known, until(date_of(2027, 1, 31)), {}));
    CHECK_FALSE(pol::is_open(half_year, false, known, until(date_of(2027, 2, 1)), {}));
    const auto through = [&](Date day) {
        return pol::approved(half_year, false, known, until(day), {}).period.through;
    };
    CHECK(through(date_of(2027, 2, 1)) == date_of(2027, 2, 1));
    CHECK(through(date_of(2027, 7, 30)) == date_of(2027, 7, 30));
    CHECK(through(date_of(2027, 8, 1)) == date_of(2027, 7, 31));
}

}  // namespace
