#include "compiler/interpret/interpret.hpp"
#include "compiler/interpret/quantities.hpp"
#include "compiler/interpret/scenarios.hpp"
#include "tests/support/decision_words.hpp"
#include "tests/support/sample_models.hpp"
#include "tests/support/value_pieces.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::testing;
using model::NumberOperator;
using model::Operation;
using model::Quantifier;

namespace {

constexpr auto service = BuiltinFact::date_of_service;

/// One line with criteria S.1 (`eligible` is yes) for the kinds `initial` and `renewal`; approvals are added by tests.
struct Clinic {
    ModelBuilder builder;
    model::RequirementNode first{};

    Clinic() {
        builder.number("weight", "kg");
        builder.yes_no("eligible");
        builder.yes_no("severe");
        builder.date("ends_on");
        builder.request_kinds({"initial", "renewal"});
        builder.line("commercial");
        builder.section("S", {"commercial"});
        first = builder.requirement("S.1", builder.is("eligible", "yes"));
    }

    /// Both kinds come to one approval that starts anew with every request.
    model::Approval& approve(Duration duration) {
        const auto index = builder.approval("S.period", duration, service);
        finish({.quantifier = Quantifier::all_of, .count = 0, .members = {first}}, index);
        builder.policy().approvals[index].anchored = false;
        return builder.policy().approvals[index];
    }
    void finish(const model::RequirementGroup& group, model::ApprovalIndex approval) {
        for (const char* kind : {"initial", "renewal"}) builder.criteria(kind, group, approval);
        builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
    }
    [[nodiscard]] RequestBuilder request() {
        RequestBuilder request(builder.policy());
        return request.set("line_of_business", "commercial")
            .set("benefit", "medical")
            .set("request", "initial")
            .set("date_of_service", "2026-03-01")
            .set("eligible", "yes");
    }
    [[nodiscard]] DecisionRecord decide(const RequestBuilder& request) {
        return interpret(builder.policy(), request.record());
    }
    [[nodiscard]] std::string period(const RequestBuilder& request) { return period_words(decide(request)); }
    [[nodiscard]] std::string possible(const RequestBuilder& request) {
        return possible_words(builder.policy(), decide(request));
    }
    [[nodiscard]] std::string asked(const RequestBuilder& request) {
        return question_words(builder.policy(), decide(request));
    }
    [[nodiscard]] std::string clauses(const DecisionRecord& decision) {
        return words_for(builder.policy(), decision.clauses);
    }

    /// 5.5 mL/kg of the weight, rounded to 0.1 mL; shown in mL.
    void add_kit(model::Approval& approval) {
        const model::Expression volume =
            arithmetic(Operation::times, constant(55, 10'000), builder.amount("weight", Evidence::attested));
        approval.amounts.push_back({.clause = builder.clause("S.9", ClauseKind::dosing),
                                    .name = "kit",
                                    .phrase = "kit volume",
                                    .unit = "mL",
                                    .system = "",
                                    .code = "",
                                    .value = rounded_to(volume, Rounding::nearest, {1, 10'000}),
                                    .factor = {1'000, 1}});
    }
    /// Two mg for every kg, billed by the 5 mg.
    void add_code(model::Approval& approval) {
        const model::Expression dose =
            arithmetic(Operation::times, constant(2, 1'000'000), builder.amount("weight", Evidence::claimed));
        approval.amounts.push_back({.clause = builder.clause("S.8", ClauseKind::dosing),
                                    .name = "J1561",
                                    .phrase = "",
                                    .unit = "unit",
                                    .system = "hcpcs",
                                    .code = "J1561",
                                    .value = dose,
                                    .factor = {200'000, 1}});
    }
    /// 21 days where severe, else so many days as the weight.
    [[nodiscard]] model::Expression length() {
        return builder.value_of(
            builder.term("time", std::vector<model::Case>{{builder.is("severe", "yes"), constant(21)},
                                                          {std::nullopt, builder.amount("weight")}}));
    }
};

}  // namespace

TEST_CASE("an approval that is not anchored starts anew with every request") {
    Clinic clinic;
    clinic.approve({6, DurationUnit::months});
    CHECK(clinic.period(clinic.request()) == "2026-03-01 … 2026-08-31, 0 doses");
    const auto renewal = [&] { return clinic.request().set("request", "renewal"); };
    CHECK(clinic.period(renewal()) == "2026-03-01 … 2026-08-31, 0 doses");
    CHECK(clinic.period(renewal().set("first_start", "2026-02-01")) == "2026-03-01 … 2026-08-31, 0 doses");
    // Both kinds give the same, so it is decided without the kind.
    CHECK(clinic.decide(clinic.request().not_given("request")).outcome == Outcome::approved);
    CHECK(clinic.possible(renewal().not_given("date_of_service")) == "approved open, does not apply");
}

TEST_CASE("an approval for each kind serves that kind") {
    Clinic clinic;
    const auto initial = clinic.builder.approval("S.2", {12, DurationUnit::months}, service);
    const auto renewal = clinic.builder.approval("S.3", {84, DurationUnit::days}, service);
    const model::RequirementGroup group{.quantifier = Quantifier::all_of, .count = 0, .members = {clinic.first}};
    clinic.builder.criteria("initial", group, initial);
    clinic.builder.criteria("renewal", group, renewal);
    clinic.builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
    for (model::Approval& approval : clinic.builder.policy().approvals) approval.anchored = false;
    CHECK(clinic.period(clinic.request()) == "2026-03-01 … 2027-02-28, 0 doses");
    CHECK(clinic.period(clinic.request().set("request", "renewal")) == "2026-03-01 … 2026-05-23, 0 doses");
    CHECK(clinic.possible(clinic.request().not_given("request")) == "approved, approved");
    CHECK(clinic.asked(clinic.request().not_given("request")) == "answer request");
}

TEST_CASE("an approval ends on its last day at the latest") {
    Clinic clinic;
    clinic.approve({6, DurationUnit::months}).until = fixed_day(date_of(2026, 6, 30));
    CHECK(clinic.period(clinic.request()) == "2026-03-01 … 2026-06-30, 0 doses");
    CHECK(clinic.period(clinic.request().set("date_of_service", "2026-01-01")) == "2026-01-01 … 2026-06-30, 0 doses");
    CHECK(clinic.period(clinic.request().set("date_of_service", "2026-06-30")) == "2026-06-30 … 2026-06-30, 0 doses");
    CHECK(clinic.asked(clinic.request().set("date_of_service", "2026-07-01")) == "resolve date_of_service [S.period]");
    CHECK(clinic.possible(clinic.request().set("date_of_service", "2026-07-01")) == "approved open");
}

TEST_CASE("a last day that is not known leaves the approval open") {
    Clinic clinic;
    clinic.approve({30, DurationUnit::days}).until = clinic.builder.day("ends_on", days(-1), Evidence::attested);
    CHECK(clinic.asked(clinic.request()) == "attest ends_on [S.period]");
    CHECK(clinic.asked(clinic.request().set("ends_on", "2026-03", Evidence::attested)) ==
          "exact date ends_on [S.period]");
    CHECK(clinic.asked(clinic.request().not_given("date_of_service")) ==
          "answer date_of_service [TEXT, S.period]; attest ends_on [S.period]");
    CHECK(clinic.period(clinic.request().set("ends_on", "2026-03-11", Evidence::attested)) ==
          "2026-03-01 … 2026-03-10, 0 doses");
    CHECK(clinic.period(clinic.request().set("ends_on", "2030-01-01", Evidence::attested)) ==
          "2026-03-01 … 2026-03-30, 0 doses");
    CHECK(clinic.asked(clinic.request().set("ends_on", "2026-03-01", Evidence::attested)) ==
          "resolve date_of_service [S.period]; resolve ends_on [S.period]");
}

TEST_CASE("a computed length is as long as the case that holds says") {
    Clinic clinic;
    const model::Expression length = clinic.length();
    clinic.approve({0, DurationUnit::days}).length = length;
    CHECK(clinic.period(clinic.request().set("severe", "yes")) == "2026-03-01 … 2026-03-21, 0 doses");
    CHECK(clinic.period(clinic.request().set("severe", "no").set("weight", "7")) == "2026-03-01 … 2026-03-07, 0 doses");
    CHECK(clinic.period(clinic.request().set("weight", "21.0")) == "2026-03-01 … 2026-03-21, 0 doses");
    CHECK(clinic.possible(clinic.request()) == "approved open");
    CHECK(clinic.asked(clinic.request()) == "answer severe [S.period]; answer weight [S.period]");
    CHECK(clinic.asked(clinic.request().set("severe", "no")) == "answer weight [S.period]");
    // Whether the criteria are met stands before what only the period needs.
    CHECK(clinic.asked(clinic.request().not_given("eligible").set("severe", "no")) ==
          "answer eligible [S.1]; answer weight [S.period]");
}

TEST_CASE("a computed length must be a whole number of at least 1") {
    Clinic clinic;
    const model::Expression length = clinic.length();
    clinic.approve({0, DurationUnit::months}).length = length;
    const auto of = [&](const char* weight) {
        return clinic.decide(clinic.request().set("severe", "no").set("weight", weight));
    };
    CHECK(period_words(of("1")) == "2026-03-01 … 2026-03-31, 0 doses");
    for (const char* weight : {"0", "0.5", "1.5", "4801"}) {
        const DecisionRecord open = of(weight);
        CHECK(open.outcome == Outcome::review);
        CHECK(clinic.clauses(open) == "S.period");
        CHECK(open.results.front().result.open);
    }
    CHECK(of("4800").outcome == Outcome::approved);
}

TEST_CASE("amounts are shown in their unit, codes in whole units") {
    Clinic clinic;
    model::Approval& approval = clinic.approve({6, DurationUnit::months});
    clinic.add_kit(approval);
    clinic.add_code(approval);
    const auto amounts = [&](const char* weight) {
        const DecisionRecord decision = clinic.decide(clinic.request().set("weight", weight, Evidence::attested));
        const Result& result = decision.results.front().result;
        return decimal_words(result.amounts[0]) + " mL, " + decimal_words(result.amounts[1]) + " units";
    };
    CHECK(amounts("7.5") == "41.3 mL, 3 units");    // 41.25 mL; 15 mg
    CHECK(amounts("7.501") == "41.3 mL, 4 units");  // 41.2555 mL; 15.002 mg
    CHECK(amounts("0") == "0 mL, 0 units");
}

TEST_CASE("an amount that is not known leaves the approval open and is asked last, with its clause") {
    Clinic clinic;
    model::Approval& approval = clinic.approve({6, DurationUnit::months});
    clinic.add_kit(approval);
    clinic.add_code(approval);
    CHECK(clinic.possible(clinic.request()) == "approved open");
    CHECK(clinic.asked(clinic.request()) == "attest weight [S.9, S.8]");
    CHECK(clinic.asked(clinic.request().set("weight", "7", Evidence::claimed)) == "attest weight [S.9]");
    CHECK(clinic.asked(clinic.request().not_given("eligible")) == "answer eligible [S.1]; attest weight [S.9, S.8]");
    CHECK(clinic.asked(clinic.request().not_given("date_of_service")) ==
          "answer date_of_service [TEXT, S.period]; attest weight [S.9, S.8]");
    const DecisionRecord unknowable = clinic.decide(clinic.request().not_knowable("weight"));
    CHECK(unknowable.outcome == Outcome::review);
    CHECK(clinic.clauses(unknowable) == "S.9, S.8");
}

TEST_CASE("an amount that cannot be computed or shown is reviewed") {
    Clinic clinic;
    model::Approval& approval = clinic.approve({6, DurationUnit::months});
    clinic.add_kit(approval);
    approval.amounts[0].value = arithmetic(Operation::divided_by, constant(1), clinic.builder.amount("weight"));
    const DecisionRecord divided = clinic.decide(clinic.request().set("weight", "0"));
    CHECK(divided.outcome == Outcome::review);
    CHECK(clinic.clauses(divided) == "S.period, S.9");
    CHECK(clinic.decide(clinic.request().set("weight", "3")).results.front().result.amounts[0] ==
          Decimal{333'333'333, 6});
    clinic.builder.policy().approvals[0].amounts[0].value =
        arithmetic(Operation::times, constant(1'000'000'000'000'000), clinic.builder.amount("weight"));
    const DecisionRecord huge = clinic.decide(clinic.request().set("weight", "1"));
    CHECK(huge.outcome == Outcome::review);
    CHECK(clinic.clauses(huge) == "S.period");
    clinic.builder.policy().approvals[0].amounts[0].value =
        arithmetic(Operation::minus, clinic.builder.amount("weight"), constant(2));
    CHECK(clinic.decide(clinic.request().set("weight", "1")).outcome == Outcome::review);
    CHECK(clinic.decide(clinic.request().set("weight", "3")).outcome == Outcome::approved);
}

TEST_CASE("approvals of the same period with different amounts are different results, the lesser first") {
    Clinic clinic;
    const model::RequirementGroup group{.quantifier = Quantifier::all_of, .count = 0, .members = {clinic.first}};
    for (const char* kind : {"initial", "renewal"}) {
        const auto index =
            clinic.builder.approval((std::string("S.") + kind).c_str(), {6, DurationUnit::months}, service);
        model::Approval& approval = clinic.builder.policy().approvals[index];
        approval.anchored = false;
        clinic.add_kit(approval);
        clinic.builder.criteria(kind, group, index);
    }
    clinic.builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
    const auto request = [&] { return clinic.request().not_given("request").set("weight", "7", Evidence::attested); };
    CHECK(clinic.decide(request()).outcome == Outcome::approved);
    clinic.builder.policy().approvals[1].amounts[0].value = constant(2, 1'000);
    const DecisionRecord apart = clinic.decide(request());
    REQUIRE(apart.results.size() == 2);
    CHECK(apart.results[0].result.amounts[0] == Decimal{2, 0});
    CHECK(apart.results[1].result.amounts[0] == Decimal{385, 1});
    // The same number under another name is another thing.
    clinic.builder.policy().approvals[1].amounts[0] = clinic.builder.policy().approvals[0].amounts[0];
    clinic.builder.policy().approvals[1].amounts[0].name = "box";
    CHECK(clinic.decide(request()).results.size() == 2);
}

TEST_CASE("a requirement that is only for some is met by the others and not for them") {
    Clinic clinic;
    const auto heavy = clinic.builder.requirement(
        "S.MIG", number_test(clinic.builder.amount("weight"), NumberOperator::is_at_least, constant(30)));
    clinic.builder.policy().requirements.back().only_if = clinic.builder.is("severe", "yes");
    const auto index = clinic.builder.approval("S.period", {30, DurationUnit::days}, service);
    clinic.finish({.quantifier = Quantifier::all_of, .count = 0, .members = {clinic.first, heavy}}, index);
    const DecisionRecord others = clinic.decide(clinic.request().set("severe", "no"));
    CHECK(others.outcome == Outcome::approved);
    CHECK(clinic.clauses(others) == "S.1");
    CHECK(state_of(clinic.builder.policy(), others, "S.MIG") == ClauseState::not_for_this_member);
    const DecisionRecord some = clinic.decide(clinic.request().set("severe", "yes").set("weight", "30"));
    CHECK(clinic.clauses(some) == "S.1, S.MIG");
    const DecisionRecord failing = clinic.decide(clinic.request().set("severe", "yes").set("weight", "29"));
    CHECK(failing.outcome == Outcome::criteria_not_met);
    CHECK(clinic.clauses(failing) == "S.MIG");
    CHECK(clinic.asked(clinic.request()) == "answer severe [S.MIG]; answer weight [S.MIG]");
    CHECK(clinic.asked(clinic.request().set("weight", "29")) == "answer severe [S.MIG]");
    const DecisionRecord open = clinic.decide(clinic.request());
    CHECK(possible_words(clinic.builder.policy(), open) == "approved, criteria not met");
    CHECK(words_for(clinic.builder.policy(), open.results[0].clauses) == "S.MIG");
    CHECK(state_of(clinic.builder.policy(), open, "S.MIG") == ClauseState::unknown);
    // Met in any case.
    CHECK(clinic.decide(clinic.request().set("weight", "30")).outcome == Outcome::approved);
}

TEST_CASE("what is left out takes along all that is labelled below it") {
    Clinic clinic;
    const auto below = clinic.builder.requirement("S.2.a", clinic.builder.is("severe", "yes"));
    const auto outer = clinic.builder.requirement(
        "S.2", model::RequirementGroup{.quantifier = Quantifier::all_of, .count = 0, .members = {below}});
    clinic.builder.policy().requirements.back().only_if =
        number_test(clinic.builder.amount("weight"), NumberOperator::is_at_least, constant(30));
    const auto index = clinic.builder.approval("S.period", {30, DurationUnit::days}, service);
    clinic.finish({.quantifier = Quantifier::all_of, .count = 0, .members = {clinic.first, outer}}, index);
    const auto state = [&](const DecisionRecord& decision, const char* id) {
        return state_of(clinic.builder.policy(), decision, id);
    };
    const DecisionRecord light = clinic.decide(clinic.request().set("weight", "29").set("severe", "no"));
    CHECK(light.outcome == Outcome::approved);
    CHECK(clinic.clauses(light) == "S.1");
    CHECK(state(light, "S.2") == ClauseState::not_for_this_member);
    CHECK(state(light, "S.2.a") == ClauseState::not_for_this_member);
    const DecisionRecord heavy = clinic.decide(clinic.request().set("weight", "30").set("severe", "no"));
    CHECK(clinic.clauses(heavy) == "S.2.a");
    CHECK(state(heavy, "S.2") == ClauseState::no);
    // Unknown whether it is asked: that is asked first, then what is below.
    CHECK(clinic.asked(clinic.request()) == "answer weight [S.2]; answer severe [S.2.a]");
    const DecisionRecord failing = clinic.decide(clinic.request().set("severe", "no"));
    CHECK(question_words(clinic.builder.policy(), failing) == "answer weight [S.2]");
    CHECK(words_for(clinic.builder.policy(), failing.results[1].clauses) == "S.2");
    CHECK(state(failing, "S.2") == ClauseState::unknown);
    CHECK(state(failing, "S.2.a") == ClauseState::no);
    CHECK(clinic.decide(clinic.request().set("severe", "yes")).outcome == Outcome::approved);
}

TEST_CASE("left out requirements count as met in every group") {
    const auto decided = [](Quantifier quantifier, std::int32_t count) {
        Clinic clinic;
        const auto other = clinic.builder.requirement("S.2", clinic.builder.is("severe", "no"));
        clinic.builder.policy().requirements.back().only_if = clinic.builder.is("severe", "no");
        const auto index = clinic.builder.approval("S.period", {30, DurationUnit::days}, service);
        clinic.finish({.quantifier = quantifier, .count = count, .members = {clinic.first, other}}, index);
        const DecisionRecord decision = clinic.decide(clinic.request().set("eligible", "no").set("severe", "yes"));
        return std::string(words_of(decision.outcome)) + " by " + clinic.clauses(decision);
    };
    CHECK(decided(Quantifier::any_of, 0) == "approved by no clause");
    CHECK(decided(Quantifier::at_least, 1) == "approved by no clause");
    CHECK(decided(Quantifier::at_least, 2) == "criteria not met by S.1");
    CHECK(decided(Quantifier::none_of, 0) == "criteria not met by S.otherwise");
}

TEST_CASE("a scenario's amounts are compared by name, in the unit shown") {
    Clinic clinic;
    model::Approval& approval = clinic.approve({6, DurationUnit::months});
    clinic.add_kit(approval);
    clinic.add_code(approval);
    const DecisionRecord decision = clinic.decide(clinic.request().set("weight", "7.5", Evidence::attested));
    model::Expected expected;
    expected.outcome = Outcome::approved;
    expected.amounts = {{"kit", {4130, 2}}, {"J1561", {3, 0}}};
    CHECK(differences(clinic.builder.policy(), expected, decision).empty());
    expected.amounts = {{"kit", {41, 0}}, {"J1561", {4, 0}}, {"box", {1, 0}}};
    CHECK(differences(clinic.builder.policy(), expected, decision) ==
          std::vector<std::string>{"expected quantity kit 41 mL, decided 41.3 mL",
                                   "expected quantity J1561 4, decided 3",
                                   "expected quantity box 1, decided no quantity box"});
    CHECK(differences(clinic.builder.policy(), expected, clinic.decide(clinic.request().set("eligible", "no"))) ==
          std::vector<std::string>{"expected approved, decided criteria not met, failing S.1"});
}
