#include "tests/oracle/choices.hpp"
#include "tests/oracle/random_requests.hpp"
#include "tests/oracle/three_ways.hpp"

#include <doctest/doctest.h>

// Seeded requests in which every fact may be anything: known at any level, not given, not knowable, any line and date.

TEST_CASE("seeded requests, every fact free") {
    oracle::ThreeWays three_ways;
    oracle::RandomRequests requests(127, oracle::Mix::anything);
    constexpr int count = 400'000;
    for (int i = 0; i < count; ++i) three_ways.compare_sampled(requests.next(), 25);
    three_ways.expect_agreement(count);
}

TEST_CASE("seeded requests as they come in, most facts known") {
    oracle::ThreeWays three_ways;
    oracle::RandomRequests requests(20'260'601, oracle::Mix::realistic);
    constexpr int count = 600'000;
    for (int i = 0; i < count; ++i) three_ways.compare_sampled(requests.next(), 25);
    three_ways.expect_agreement(count);
}
