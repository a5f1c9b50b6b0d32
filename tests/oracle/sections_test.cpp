#include "tests/oracle/choices.hpp"
#include "tests/oracle/three_ways.hpp"

#include <doctest/doctest.h>

// Every section over everything its clauses can be: too young, old enough, unknown; too little evidence stands for not
// given, but for the tracheostomy, where the levels and the conflict matter.

namespace {

using namespace oracle;
using by_hand::Birth;
using by_hand::Kind;
using by_hand::Line;

constexpr std::uint64_t interpret_every = 97;

Choices<Birth> ages() {
    return {&Request::birth, {not_given<Birth>(), given(born(day(1974, 5, 2))), given(born(day(2020, 2, 29)))}};
}
Choices<bool> contract() { return either_or_missing(&Request::contract_excludes, false, true); }
Choices<bool> rebate() { return either_or_missing(&Request::mdrp_participating, true, false); }
auto indication() {
    return either_or_missing(&Request::indication, by_hand::Indication::fda_labeled, by_hand::Indication::other);
}
auto prescriber() {
    return either_or_missing(&Request::prescriber, by_hand::Specialty::neurology, by_hand::Specialty::other);
}
auto consulted() {
    return either_or_missing(&Request::consulted, by_hand::Specialty::als_specialist, by_hand::Specialty::nobody);
}
auto diagnosis() { return either_or_missing(&Request::diagnosis, by_hand::Diagnosis::als, by_hand::Diagnosis::other); }
auto mutation() {
    return either_or_missing(&Request::sod1, by_hand::Mutation::confirmed, by_hand::Mutation::not_found);
}
Choices<bool> attested(Answer<bool> Request::*field) { return either_or_missing(field, true, false, Level::attested); }
Choices<bool> leveled(Answer<bool> Request::*field, std::initializer_list<Level> of_yes,
                      std::initializer_list<Level> of_no) {
    Choices<bool> choices{field, {not_given<bool>()}};
    for (const Level level : of_yes) choices.answers.push_back(given(true, level));
    for (const Level level : of_no) choices.answers.push_back(given(false, level));
    return choices;
}

/// Adds the clauses that Medicaid and Child Health Plus share by both kinds.
template <class... More>
void for_each_common(Request& request, ThreeWays& three_ways, const More&... more) {
    for_each_combination(
        request, [&](const Request& visited) { three_ways.compare_sampled(visited, interpret_every); }, contract(),
        indication(), prescriber(), consulted(), ages(), diagnosis(), mutation(), attested(&Request::weakness),
        more...);
}

}  // namespace

TEST_CASE("first requests on Medicaid: all combinations of all clauses") {
    ThreeWays three_ways;
    Request request = adult_on_medicaid();
    const auto every_level = {Level::claimed, Level::attested, Level::documented};
    for_each_common(
        request, three_ways, rebate(), leveled(&Request::tracheostomy, every_level, every_level),
        leveled(&Request::aspiration_only, {Level::claimed, Level::attested}, {Level::claimed, Level::attested}));
    three_ways.expect_agreement(19'683 * 7 * 5);
}

TEST_CASE("first requests to Child Health Plus: all combinations of all clauses") {
    ThreeWays three_ways;
    Request request = adult_on_medicaid();
    request.line = given(Line::child_health_plus);
    for_each_common(request, three_ways, leveled(&Request::tracheostomy, {Level::documented}, {Level::documented}),
                    attested(&Request::aspiration_only));
    three_ways.expect_agreement(6'561 * 9);
}

TEST_CASE("renewals on Medicaid: all combinations of all clauses") {
    ThreeWays three_ways;
    Request request = renewal_on_medicaid();
    for_each_common(request, three_ways, rebate(), attested(&Request::tracheostomy),
                    attested(&Request::aspiration_only), attested(&Request::ventilation), attested(&Request::benefits));
    three_ways.expect_agreement(1'594'323);
}

TEST_CASE("renewals on Medicaid: periods that stay open") {
    ThreeWays three_ways;
    Request request = renewal_on_medicaid();
    const Choices<Day> starts{&Request::first_start,
                              {not_given<Day>(), not_knowable<Day>(), given(day(2026, 7, 1)), given(day(2027, 6, 1)),
                               given(day(2028, 6, 1)), given(day(2024, 2, 29))}};
    const Choices<Day> services{&Request::service, {not_given<Day>(), not_knowable<Day>(), given(day(2027, 7, 1))}};
    for_each_combination(
        request, [&](const Request& visited) { three_ways.compare_sampled(visited, interpret_every); }, starts,
        services, rebate(), ages(), mutation(), attested(&Request::weakness), attested(&Request::tracheostomy),
        attested(&Request::aspiration_only), attested(&Request::ventilation), attested(&Request::benefits));
    three_ways.expect_agreement(18 * 6'561);
}

TEST_CASE("Medicaid with the request kind unknown") {
    ThreeWays three_ways;
    Request request = renewal_on_medicaid();
    request.kind = not_given<Kind>();
    const auto levels = {Level::attested, Level::documented};
    for_each_combination(
        request, [&](const Request& visited) { three_ways.compare_sampled(visited, interpret_every); }, contract(),
        rebate(), indication(), prescriber(), ages(), mutation(), attested(&Request::weakness),
        leveled(&Request::tracheostomy, levels, levels), attested(&Request::aspiration_only),
        attested(&Request::ventilation), attested(&Request::benefits));
    three_ways.expect_agreement(2'187 * 5 * 27);
}

TEST_CASE("the commercial lines and Medicare: all combinations of all clauses") {
    ThreeWays three_ways;
    Request request = renewal_on_medicaid();
    const Choices<Line> lines{
        &Request::line,
        {given(Line::commercial_group), given(Line::on_exchange), given(Line::off_exchange),
         given(Line::essential_plan), given(Line::medicare_advantage), given(Line::dual_special_needs)}};
    const Choices<Kind> kinds{&Request::kind,
                              {not_given<Kind>(), not_knowable<Kind>(), given(Kind::initial), given(Kind::renewal)}};
    const Choices<Day> services{&Request::service, {not_given<Day>(), not_knowable<Day>(), given(day(2027, 7, 1))}};
    for_each_combination(
        request, [&](const Request& visited) { three_ways.compare_all(visited); }, lines, kinds, services, contract(),
        ages(), every_answer(&Request::diagnosis, std::vector{by_hand::Diagnosis::als, by_hand::Diagnosis::other}),
        mutation());
    three_ways.expect_agreement(6 * 12 * 27 * 8);
}
