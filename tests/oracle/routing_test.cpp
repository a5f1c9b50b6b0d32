#include "tests/oracle/choices.hpp"
#include "tests/oracle/three_ways.hpp"

#include <doctest/doctest.h>

#include <vector>

// Every way a request can enter the policy: line, benefit, request kind and service date, each known, not given and not
// knowable, for members in different situations. All three decide all of them.

namespace {

using namespace oracle;
using by_hand::Benefit;
using by_hand::Kind;
using by_hand::Line;

template <class Value>
Choices<Value> known_or_not(Answer<Value> Request::*field, int values) {
    Choices<Value> choices{field, {not_given<Value>(), not_knowable<Value>()}};
    for (int i = 0; i < values; ++i) choices.answers.push_back(given(static_cast<Value>(i)));
    return choices;
}

template <class Change>
Request changed(Request request, const Change& change) {
    change(request);
    return request;
}

/// Members who differ in what is known of them.
std::vector<Request> members() {
    const Request adult = adult_on_medicaid();
    const Request renewing = renewal_on_medicaid();
    return {
        Request{},
        adult,
        renewing,
        changed(adult, [](Request& r) { r.birth = given(born(day(2020, 1, 1))); }),
        changed(renewing, [](Request& r) { r.birth = given(born(day(2020, 1, 1))); }),
        changed(adult,
                [](Request& r) {
                    r.birth = given(by_hand::Birth{day(2008, 7, 1), day(2008, 7, 31)});
                }),
        changed(adult, [](Request& r) { r.birth = given(born(day(2030, 1, 1))); }),
        changed(adult, [](Request& r) { r.contract_excludes = given(true); }),
        changed(adult, [](Request& r) { r.contract_excludes = not_given<bool>(); }),
        changed(adult, [](Request& r) { r.contract_excludes = not_knowable<bool>(); }),
        changed(adult, [](Request& r) { r.mdrp_participating = not_given<bool>(); }),
        changed(adult, [](Request& r) { r.mdrp_participating = given(false); }),
        changed(adult, [](Request& r) { r.indication = given(by_hand::Indication::other); }),
        changed(adult, [](Request& r) { r.sod1 = not_given<by_hand::Mutation>(); }),
        changed(adult, [](Request& r) { r.sod1 = not_knowable<by_hand::Mutation>(); }),
        changed(adult, [](Request& r) { r.aspiration_only = given(true); }),
        changed(adult, [](Request& r) { r.tracheostomy = given(true); }),
        changed(renewing, [](Request& r) { r.aspiration_only = given(true); }),
        changed(renewing, [](Request& r) { r.ventilation = not_given<bool>(); }),
        changed(renewing, [](Request& r) { r.ventilation = given(true); }),
        changed(renewing, [](Request& r) { r.first_start = not_given<Day>(); }),
        changed(renewing, [](Request& r) { r.first_start = not_knowable<Day>(); }),
        changed(renewing, [](Request& r) { r.first_start = given(day(2027, 2, 1)); }),
        changed(renewing, [](Request& r) { r.first_start = given(day(2029, 1, 1)); }),
    };
}

Choices<Day> services() {
    return {&Request::service,
            {not_given<Day>(), not_knowable<Day>(), given(day(2026, 5, 31)), given(day(2026, 6, 1)),
             given(day(2027, 7, 1)), given(day(2199, 12, 31)), given(day(1800, 1, 1))}};
}

}  // namespace

TEST_CASE("every line, benefit, request kind and service date, known or not") {
    ThreeWays three_ways;
    for (Request request : members())
        for_each_combination(
            request, [&](const Request& visited) { three_ways.compare_all(visited); },
            known_or_not(&Request::line, by_hand::line_count), known_or_not(&Request::benefit, 2),
            known_or_not(&Request::kind, 2), services());
    three_ways.expect_agreement(24 * 13 * 4 * 4 * 7);
}
