#include "compiler/analyze/constants.hpp"
#include "compiler/analyze/decimals.hpp"
#include "compiler/analyze/requests.hpp"
#include "compiler/analyze/search.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/quantities.hpp"
#include "tests/support/analyzed_clinic.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pol;
using namespace pol::testing;
using analysis::End;
using model::AgeOperator;
using model::NumberOperator;
using model::Operation;
using model::Quantifier;

namespace {

using Clinic = AnalyzedClinic;

std::string simplest(End low, End high, bool near_high) {
    const std::optional<Decimal> found = analysis::simplest_between(low, high, near_high);
    return found ? decimal_words(*found) : "none";
}

constexpr auto not_below = NumberOperator::is_at_least;
constexpr auto below = NumberOperator::is_less_than;
constexpr auto proved = PropertyResult::Verdict::proved;
constexpr auto tested = PropertyResult::Verdict::tested;
constexpr auto refuted = PropertyResult::Verdict::refuted;

}  // namespace

TEST_CASE("the simplest decimal between two numbers has the fewest places and lies near an end") {
    CHECK(simplest({number(1, 2), true}, {number(30), false}, true) == "29");
    CHECK(simplest({number(1, 2), true}, {number(30), false}, false) == "1");
    CHECK(simplest({number(30), true}, {number(30), true}, true) == "30");
    CHECK(simplest({number(30), false}, {number(31), false}, false) == "30.1");
    CHECK(simplest({number(30), false}, {number(31), false}, true) == "30.9");
    CHECK(simplest({number(1, 3), false}, {number(334, 1000), true}, false) == "0.334");
    CHECK(simplest({number(1, 3), true}, {number(1, 3), true}, false) == "none");
    CHECK(simplest({number(-3), false}, {number(-1), false}, true) == "-2");
    CHECK(simplest({number(0), false}, {number(1, 10'000'000), false}, true) == "none");
}

TEST_CASE("numbers compared with constants are told apart below, at and above each") {
    Clinic clinic;
    const interpretation::PreparedPolicy prepared(clinic.builder.policy());
    analysis::VariableCollector collector(prepared);
    collector.add(all_of({clinic.weighs(not_below, 30), clinic.weighs(below, 31),
                          number_test(constant(61, 2), NumberOperator::is, clinic.weight())}));
    const std::vector<analysis::Variable> variables = collector.variables();
    REQUIRE(variables.size() == 1);
    CHECK(variables[0].is_finite);
    std::vector<std::string> numbers;
    for (std::size_t i = 1; i < variables[0].answers.size(); ++i)
        numbers.push_back(decimal_words(variables[0].answers[i].number));
    CHECK(numbers == std::vector<std::string>{"29", "30", "30.4", "30.5", "30.9", "31", "32"});
}

TEST_CASE("limits are in the declared unit, and outside of the bounds there is none") {
    Clinic clinic;
    const interpretation::PreparedPolicy prepared(clinic.builder.policy());
    analysis::VariableCollector collector(prepared);
    // 500 kg cannot be given; 1/3 of a mg/kg… of the dose in mg: 1/3000000 kg is no decimal of mg with six places.
    collector.add(clinic.weighs(not_below, 500));
    collector.add(number_test(clinic.builder.amount("dose", Evidence::claimed, {1, 1'000'000}), not_below,
                              constant(1, 3'000'000)));
    const std::vector<analysis::Variable> variables = collector.variables();
    REQUIRE(variables.size() == 2);
    CHECK(variables[0].answers.size() == 2);
    REQUIRE(variables[1].answers.size() == 3);
    CHECK(decimal_words(variables[1].answers[1].number) == "0");
    CHECK(decimal_words(variables[1].answers[2].number) == "1");
}

TEST_CASE("determinations by numbers that never meet may disagree, those that meet are shown") {
    CHECK(Clinic().member(Clinic().weighs(not_below, 30), Clinic().weighs(below, 30)) == "none");
    CHECK(Clinic().member(Clinic().weighs(not_below, 30), Clinic().weighs(NumberOperator::is_at_most, 30)) ==
          "`weight` is 30 kg");
    CHECK(Clinic().member(Clinic().weighs(NumberOperator::is_more_than, 30), Clinic().weighs(below, 31)) ==
          "`weight` is 30.9 kg");
    // More than the bounds let a request carry.
    CHECK(Clinic().member(Clinic().weighs(NumberOperator::is_more_than, 400), Clinic().weighs(not_below, 30)) ==
          "none");
}

TEST_CASE("checks over numbers compared with constants are proved") {
    Clinic clinic;
    const PropertyResult result = clinic.check(clinic.weighs(not_below, 30), clinic.weighs(below, 30));
    CHECK(result.verdict == proved);
    // not given, 29, 30, 31
    CHECK(describe(result) == "check never excluded when weight is less than 30 kg: proved over 4 states");
    Clinic other;
    const PropertyResult meets = other.check(other.weighs(not_below, 30), other.weighs(NumberOperator::is_at_most, 30));
    CHECK(meets.verdict == refuted);
    CHECK(meets.witness == "commercial medical, initial, `weight` is 30 kg");
}

TEST_CASE("a limit that is a defined choice among constants is still finite") {
    Clinic clinic;
    const auto limit = clinic.builder.term(
        "limit",
        std::vector<model::Case>{{clinic.builder.is("severe", "yes"), constant(20)}, {std::nullopt, constant(30)}});
    const auto mass = clinic.builder.term("mass", clinic.weight());
    const model::Condition heavy =
        number_test(clinic.builder.value_of(mass), not_below, clinic.builder.value_of(limit));
    const PropertyResult result = clinic.check(heavy, clinic.weighs(below, 20));
    CHECK(result.verdict == proved);
    // weight: not given, below, at and above 20 and 30; severe: not given, at the level asked for no and yes
    CHECK(result.states == 6 * 3);
    Clinic other;
    const auto other_limit = other.builder.term(
        "limit",
        std::vector<model::Case>{{other.builder.is("severe", "yes"), constant(20)}, {std::nullopt, constant(30)}});
    const model::Condition as_heavy = number_test(other.weight(), not_below, other.builder.value_of(other_limit));
    const PropertyResult meets = other.check(as_heavy, other.weighs(below, 30));
    CHECK(meets.verdict == refuted);
    CHECK(meets.witness == "commercial medical, initial, `weight` is 20 kg, `severe` is yes");
}

TEST_CASE("constants are folded, and nothing else is") {
    Clinic clinic;
    const auto values = [&](const model::Expression& expression) {
        const auto constants = analysis::constants_of(clinic.builder.policy(), expression);
        if (!constants) return std::string("none");
        std::string words;
        for (const Number& value : *constants) words += decimal_words(shown(value).decimal) + " ";
        return words;
    };
    CHECK(values(arithmetic(Operation::minus, constant(5), constant(7))) == "-2 ");
    CHECK(values(arithmetic(Operation::divided_by, constant(5), constant(0))).empty());
    CHECK(values(rounded_to(constant(7, 2), Rounding::nearest, {1, 1})) == "4 ");
    CHECK(values(lesser_of(constant(1), constant(2))) == "1 ");
    CHECK(values(greater_of(constant(1), clinic.weight())) == "none");
}

TEST_CASE("what is computed with is tested, never proved, and the steps of it are found") {
    Clinic clinic;
    const PropertyResult safe = clinic.check(number_test(clinic.bmi(), not_below, constant(30)),
                                             number_test(clinic.bmi(), below, constant(30)));
    CHECK(safe.verdict == tested);
    CHECK(safe.states >= 5'000);
    CHECK(safe.property == "check never excluded when weight / (height * height) is less than 30 kg/m2");
    CHECK(describe(safe) == safe.property + ": tested on " + std::to_string(safe.states) + " states");
    // Only a body mass index of exactly 30 refutes this one.
    Clinic other;
    const PropertyResult exact = other.check(number_test(other.bmi(), not_below, constant(30)),
                                             number_test(other.bmi(), NumberOperator::is_at_most, constant(30)));
    CHECK(exact.verdict == refuted);
}

TEST_CASE("a narrow overlap of computed values is found") {
    Clinic clinic;
    // dose / weight from 6 mg/kg to 6.01 mg/kg
    const model::Expression relative = arithmetic(
        Operation::divided_by, clinic.builder.amount("dose", Evidence::claimed, {1, 1'000'000}), clinic.weight());
    const std::string member = clinic.member(number_test(relative, not_below, constant(6, 1'000'000)),
                                             number_test(relative, below, constant(601, 100'000'000)));
    CHECK(member != "none");
    CHECK(member.find("`dose` is ") != std::string::npos);
    CHECK(member.find(" mg, `weight` is ") != std::string::npos);
}

TEST_CASE("every reported pair is one request for which both hold") {
    Clinic clinic;
    clinic.builder.policy().text_through = date_of(2026, 6, 30);
    const model::Condition one = all_of({age_test(BuiltinFact::date_of_service, AgeOperator::is_at_least, 18),
                                         age_test(BuiltinFact::date_of_request, AgeOperator::is_less_than, 18)});
    const interpretation::PreparedPolicy prepared(clinic.builder.policy());
    analysis::VariableCollector collector(prepared);
    collector.add(one);
    const std::vector<analysis::Variable> variables = collector.variables();
    const RequestRecord request = analysis::request_of(clinic.builder.policy(), 0, variables, {2, 1});
    const auto& service = request.answers[clinic.builder.fact("date_of_service")];
    CHECK(service.date == date_of(2026, 1, 1));
    CHECK(request.answers[clinic.builder.fact("birth_date")].range.first == date_of(2008, 1, 1));
    CHECK(interpretation::truth_of(one, interpretation::settled(clinic.builder.policy(), request.answers)) ==
          Truth::yes);
}

TEST_CASE("a requirement's only if is read, and what is left out never fails") {
    Clinic clinic;
    const auto heavy =
        clinic.builder.requirement("A.1", clinic.weighs(not_below, 30), clinic.builder.is("severe", "yes"));
    const auto approval = clinic.builder.approval("A.period", {30, DurationUnit::days}, BuiltinFact::date_of_service);
    clinic.builder.criteria("initial", {.quantifier = Quantifier::all_of, .count = 0, .members = {heavy}}, approval);
    clinic.builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
    const auto check = [&](Outcome outcome, const model::Condition& condition) {
        return check_property(clinic.builder.policy(), Clinic::never(outcome, condition));
    };
    CHECK(check(Outcome::criteria_not_met, clinic.builder.is("severe", "no")).verdict == proved);
    CHECK(check(Outcome::approved, clinic.weighs(below, 30)).witness ==
          "commercial medical, initial, `weight` is 29 kg, `severe` is no");
    CHECK(check(Outcome::criteria_not_met, clinic.weighs(below, 30)).verdict == refuted);
}

TEST_CASE("an earlier day that is referred is what a check on refers sees") {
    Clinic clinic;
    const auto old = clinic.builder.target(TargetKind::policy, "OLD-1");
    clinic.builder.policy().earlier = verdict(Outcome::refer, old);
    const PropertyResult result = [&] {
        clinic.builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
        return check_property(clinic.builder.policy(),
                              Clinic::never(Outcome::refer, clinic.builder.is("severe", "yes")));
    }();
    CHECK(result.verdict == refuted);
    CHECK(result.witness == "commercial medical, initial, no text on file, `severe` is yes");
    CHECK(check_property(clinic.builder.policy(),
                         Clinic::never(Outcome::does_not_apply, clinic.builder.is("severe", "yes")))
              .verdict == proved);
}

TEST_CASE("conditions on numbers, days and terms are written as their authors do") {
    Clinic clinic;
    const auto advanced = clinic.builder.term("advanced", clinic.builder.is("severe", "yes"));
    const auto words = [&](const model::Condition& condition) {
        clinic.builder.policy().sections[0].otherwise =
            model::Otherwise{.clause = 0, .verdict = verdict(Outcome::criteria_not_met)};
        const std::string property =
            check_property(clinic.builder.policy(), Clinic::never(Outcome::approved, condition)).property;
        return property.substr(std::string("check never approved when ").size());
    };
    const model::Expression milligrams = clinic.builder.amount("dose", Evidence::claimed, {1, 1'000'000});
    CHECK(words(number_test(milligrams, not_below, constant(6, 1'000'000))) == "dose is at least 6 mg");
    CHECK(words(number_test(arithmetic(Operation::divided_by, milligrams, clinic.weight()), NumberOperator::is_at_most,
                            constant(6, 1'000'000))) == "dose / weight is at most 6 mg/kg");
    CHECK(words(number_test(rounded_to(clinic.weight(), Rounding::up, {1, 2}), NumberOperator::is_not, constant(7))) ==
          "weight rounded up to 0.5 kg is not 7 kg");
    CHECK(words(number_test(lesser_of(clinic.weight(), constant(80)), NumberOperator::is_more_than,
                            arithmetic(Operation::times, constant(2), clinic.weight()))) ==
          "lesser of weight and 80 kg is more than 2 * weight");
    CHECK(words(number_test(clinic.recent(30), below, constant(10))) ==
          "hemoglobin measured from 30 days before date_of_request through date_of_request is less than 10 g/dL");
    CHECK(words(number_test(elapsed(DurationUnit::months, clinic.builder.day("onset"), clinic.service()), not_below,
                            constant(3))) == "months from onset to date_of_service is at least 3");
    CHECK(words(is_on_or_before(clinic.builder.day("onset", months(1)), fixed_day(date_of(2026, 1, 31)))) ==
          "1 month after onset is on or before 2026-01-31");
    CHECK(words(group_of(Quantifier::if_then, {holds(advanced), holds(advanced, true)})) ==
          "if advanced is yes then advanced is no");
}
