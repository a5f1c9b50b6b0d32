#include "tests/oracle/choices.hpp"
#include "tests/oracle/three_ways.hpp"

#include <doctest/doctest.h>

// Every service date of the first four years of the text, with birth dates around the 18th birthday and courses that
// began on all kinds of days before, on and after it.

namespace {

using namespace oracle;
using by_hand::Birth;
using by_hand::Line;
using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::uint64_t service_dates = 1461;

template <class Visit>
void for_each_service_date(const Visit& visit) {
    for (Day service = day(2026, 6, 1); service <= day(2030, 5, 31); service += days{1}) visit(service);
}

Day last_of(year_month month) { return month / std::chrono::last; }

/// Exact dates two days to either side of the one that makes 18 today, leap days, and partial dates around it.
std::vector<Birth> births_around(Day service) {
    const year_month_day today{service};
    const year_month month = (today - years{18}).year() / today.month();
    const Day about_18_ago =
        std::min(Day{month / 1} + (service - Day{today.year() / today.month() / 1}), last_of(month));
    std::vector<Birth> births{born(day(2012, 2, 29)), born(day(2008, 2, 29)), born(service), born(service + days{1})};
    for (int offset = -2; offset <= 2; ++offset) births.push_back(born(about_18_ago + days{offset}));
    for (int offset = -1; offset <= 1; ++offset) {
        const year_month near = month + months{offset};
        births.push_back({near / 1, last_of(near)});
        const auto year = month.year() + years{offset};
        births.push_back({year / 1 / 1, year / 12 / 31});
    }
    births.push_back({today.year() / 1 / 1, today.year() / 12 / 31});
    return births;
}

/// Days at and around the borders of the periods that could hold the service date, month ends, and old courses.
std::vector<Day> starts_around(Day service) {
    std::vector<Day> starts{day(2020, 2, 29), day(2020, 8, 31), day(2021, 12, 30), day(2023, 8, 29), day(2024, 2, 29)};
    const year_month_day today{service};
    for (int half_years = 0; half_years <= 4; ++half_years) {
        const year_month_day back = today - months{6 * half_years};
        const Day start = back.ok() ? Day{back} : last_of(back.year() / back.month());
        for (int offset = -2; offset <= 2; ++offset) starts.push_back(start + days{offset});
    }
    for (int month_ends = 5; month_ends <= 14; ++month_ends)
        starts.push_back(last_of(today.year() / today.month() - months{month_ends}));
    return starts;
}

}  // namespace

TEST_CASE("ages on every service date") {
    ThreeWays three_ways;
    Request request = adult_on_medicaid();
    for_each_service_date([&](Day service) {
        request.service = given(service);
        for (const Line line : {Line::medicaid_harp, Line::commercial_group})
            for (const Birth& birth : births_around(service)) {
                request.line = given(line);
                request.birth = given(birth);
                three_ways.compare_sampled(request, 3);
            }
    });
    three_ways.expect_agreement(service_dates * 2 * 16);
}

TEST_CASE("first periods on every service date") {
    ThreeWays three_ways;
    Request request = adult_on_medicaid();
    for_each_service_date([&](Day service) {
        request.service = given(service);
        three_ways.compare_all(request);
    });
    three_ways.expect_agreement(service_dates);
}

TEST_CASE("renewal periods on every service date") {
    ThreeWays three_ways;
    Request request = renewal_on_medicaid();
    for_each_service_date([&](Day service) {
        request.service = given(service);
        for (const Day start : starts_around(service)) {
            request.first_start = given(start);
            three_ways.compare_sampled(request, 5);
        }
    });
    three_ways.expect_agreement(service_dates * 40);
}

TEST_CASE("every first start since 2020 on one service date") {
    ThreeWays three_ways;
    Request request = renewal_on_medicaid();
    request.service = given(day(2030, 5, 31));
    for (Day start = day(2020, 1, 1); start <= day(2030, 6, 30); start += days{1}) {
        request.first_start = given(start);
        three_ways.compare_all(request);
    }
    three_ways.expect_agreement(3'834);
}
