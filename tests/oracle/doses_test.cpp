#include "pol/date.hpp"
#include "pol/dosing.hpp"
#include "pol/period.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <vector>

// The runtime's calendar and dosing against days counted one by one with <chrono>, for every start of ten years.

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr pol::DoseSchedule schedule{.loading_doses = 3, .loading_interval = 14, .maintenance_interval = 28};
constexpr pol::Duration six_months{.amount = 6, .unit = pol::DurationUnit::months};
constexpr auto last_day = pol::ShortMonths::take_last_day;

pol::Date to_pol(sys_days day) { return {static_cast<std::int32_t>(day.time_since_epoch().count())}; }

sys_days half_years_after(sys_days start, int count) {
    const year_month_day landed = year_month_day{start} + months{6 * count};
    return landed.ok() ? sys_days{landed} : sys_days{landed.year() / landed.month() / std::chrono::last};
}

/// Day after day from the start, told apart by how long ago the last dose was.
std::vector<sys_days> dose_dates(sys_days start, sys_days until) {
    std::vector<sys_days> dates{start};
    while (true) {
        const sys_days next = dates.back() + days{dates.size() < 3 ? 14 : 28};
        if (next > until) return dates;
        dates.push_back(next);
    }
}

int doses_within(const std::vector<sys_days>& dates, sys_days from, sys_days through) {
    int count = 0;
    for (const sys_days date : dates) count += date >= from && date <= through ? 1 : 0;
    return count;
}

template <class Visit>
void for_each_start(const Visit& visit) {
    const sys_days last = std::chrono::year{2030} / 12 / 31;
    for (sys_days start = std::chrono::year{2020} / 1 / 1; start <= last; start += days{1}) visit(start);
}

/// Doses of the first twenty half years of a course, counted one by one.
std::array<int, 20> counted_doses(sys_days start) {
    const std::vector<sys_days> dates = dose_dates(start, half_years_after(start, 20));
    std::array<int, 20> counts{};
    for (int k = 0; k < 20; ++k)
        counts[static_cast<std::size_t>(k)] =
            doses_within(dates, half_years_after(start, k), half_years_after(start, k + 1) - days{1});
    return counts;
}

}  // namespace

TEST_CASE("periods of a course are counted from its start") {
    int differing = 0;
    for_each_start([&](sys_days start) {
        for (int k = 0; k < 20; ++k) {
            const pol::Period period = pol::anchored_period(to_pol(start), six_months, k, last_day);
            const sys_days from = half_years_after(start, k);
            const sys_days through = half_years_after(start, k + 1) - days{1};
            const bool same = period.from == to_pol(from) && period.through == to_pol(through) &&
                              pol::period_number(to_pol(start), six_months, to_pol(from), last_day) == k &&
                              pol::period_number(to_pol(start), six_months, to_pol(through), last_day) == k;
            differing += same ? 0 : 1;
        }
    });
    CHECK(differing == 0);
}

TEST_CASE("doses of every period are those counted one by one") {
    int differing = 0;
    for_each_start([&](sys_days start) {
        const std::array<int, 20> counts = counted_doses(start);
        int before = 0;
        for (int k = 0; k < 20; ++k) {
            const pol::Period period = pol::anchored_period(to_pol(start), six_months, k, last_day);
            const pol::DoseRange doses = pol::doses_in(schedule, to_pol(start), period);
            differing += doses == pol::DoseRange{before, counts[static_cast<std::size_t>(k)]} ? 0 : 1;
            before += counts[static_cast<std::size_t>(k)];
        }
    });
    CHECK(differing == 0);
}

TEST_CASE("a first half year holds 8 doses, renewals 7 and 6 in turn for ten years") {
    int differing = 0;
    for_each_start([&](sys_days start) {
        const std::array<int, 20> counts = counted_doses(start);
        differing += counts[0] == 8 ? 0 : 1;
        for (std::size_t k = 1; k < counts.size(); ++k) differing += counts[k] == (k % 2 == 1 ? 7 : 6) ? 0 : 1;
    });
    CHECK(differing == 0);
}

TEST_CASE("day of every dose") {
    const sys_days start = std::chrono::year{2026} / 6 / 1;
    const std::vector<sys_days> dates = dose_dates(start, start + days{4'000});
    for (std::size_t i = 0; i < dates.size(); ++i)
        CHECK(pol::dose_date(schedule, to_pol(start), static_cast<int>(i)) == to_pol(dates[i]));
    const int offsets[] = {0, 14, 28, 56, 84, 112, 140, 168, 196};
    for (int i = 0; i < 9; ++i) CHECK(pol::dose_offset(schedule, i) == offsets[i]);
}

TEST_CASE("civil dates of four centuries") {
    int differing = 0;
    const sys_days last = std::chrono::year{2199} / 12 / 31;
    for (sys_days day = std::chrono::year{1800} / 1 / 1; day <= last; day += days{1}) {
        const year_month_day date{day};
        const pol::CivilDate civil = pol::to_civil(to_pol(day));
        const bool same = civil.year == static_cast<int>(date.year()) &&
                          civil.month == static_cast<int>(static_cast<unsigned>(date.month())) &&
                          civil.day == static_cast<int>(static_cast<unsigned>(date.day())) &&
                          pol::to_date(civil) == to_pol(day);
        differing += same ? 0 : 1;
    }
    CHECK(differing == 0);
}
