#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/interpret/values.hpp"
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

/// A clinic that weighs its members: weight in kg, height in cm (base unit m), a count of days, and two yes/no facts.
struct Clinic {
    ModelBuilder builder;

    Clinic() {
        builder.number("weight", "kg");
        builder.number("height", "cm");
        builder.number("dose", "mg");
        builder.yes_no("severe");
        builder.yes_no("stable");
    }

    [[nodiscard]] model::Expression kg() const { return builder.amount("weight"); }
    [[nodiscard]] model::Expression m() const { return builder.amount("height", Evidence::claimed, {1, 100}); }
    [[nodiscard]] model::Expression mg() const { return builder.amount("dose", Evidence::claimed, {1, 1'000'000}); }

    [[nodiscard]] RequestBuilder request() { return RequestBuilder(builder.policy()); }
    [[nodiscard]] interpretation::Answers answers(const RequestBuilder& request) {
        return interpretation::settled(builder.policy(), request.record().answers);
    }
    /// `41.3`, or `unknown`.
    [[nodiscard]] std::string value(const model::Expression& expression, const RequestBuilder& request) {
        const std::optional<Number> value = interpretation::value_of(expression, answers(request));
        return value ? words(*value) : "unknown";
    }
    [[nodiscard]] Truth truth(const model::Condition& condition, const RequestBuilder& request) {
        return interpretation::truth_of(condition, answers(request));
    }
    /// What is asked while the condition of an exclusion is open.
    [[nodiscard]] std::string asked(const model::Condition& condition, const RequestBuilder& request) {
        const DecisionRecord decision = decided(condition, request);
        return question_words(builder.policy(), decision);
    }
    [[nodiscard]] DecisionRecord decided(const model::Condition& condition, RequestBuilder request) {
        if (builder.policy().lines.empty()) {
            builder.line("commercial");
            builder.section("S", {"commercial"});
            builder.determination("S.1", verdict(Outcome::excluded), condition);
            builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
        }
        builder.policy().determinations.front().condition = condition;
        request.set("line_of_business", "commercial").set("benefit", "medical").set("request", "initial");
        return interpret(builder.policy(), request.set("date_of_service", "2026-03-01").record());
    }

    [[nodiscard]] static std::string words(Number value) {
        const Decimal decimal = shown(value).decimal;
        std::string text = std::to_string(decimal.digits);
        if (decimal.places == 0) return text;
        while (text.size() <= decimal.places) text.insert(0, "0");
        return text.insert(text.size() - decimal.places, ".");
    }
};

model::Condition any(std::vector<model::Condition> members) { return group_of(Quantifier::any_of, std::move(members)); }
model::Condition all(std::vector<model::Condition> members) { return group_of(Quantifier::all_of, std::move(members)); }

}  // namespace

TEST_CASE("values are computed exactly, in base units") {
    Clinic clinic;
    const auto request = [&] { return clinic.request().set("weight", "7.2").set("height", "70"); };
    CHECK(clinic.value(clinic.m(), request()) == "0.7");
    const model::Expression square = arithmetic(Operation::times, clinic.m(), clinic.m());
    // 7.2 / 0.49 = 14.693877551…
    CHECK(clinic.value(arithmetic(Operation::divided_by, clinic.kg(), square), request()) == "14.693878");
    CHECK(clinic.value(arithmetic(Operation::minus, constant(1, 2), clinic.kg()), request()) == "-6.7");
    CHECK(clinic.value(arithmetic(Operation::plus, constant(1, 3), constant(2, 3)), request()) == "1");
    CHECK(clinic.value(lesser_of(clinic.kg(), constant(7)), request()) == "7");
    CHECK(clinic.value(greater_of(clinic.kg(), constant(7)), request()) == "7.2");
}

TEST_CASE("values are rounded to a step only where that is written") {
    Clinic clinic;
    const auto kit = [&](const char* weight) {
        // 5.5 mL/kg of the weight rounded up to 0.5 kg, to the next 0.1 mL; in L.
        const model::Expression to_half = rounded_to(clinic.kg(), Rounding::up, {1, 2});
        const model::Expression volume = arithmetic(Operation::times, constant(55, 10'000), to_half);
        return clinic.value(rounded_to(volume, Rounding::nearest, {1, 10'000}), clinic.request().set("weight", weight));
    };
    CHECK(kit("7.2") == "0.0413");  // 5.5 · 7.5 = 41.25: a half goes up
    CHECK(kit("7.5") == "0.0413");
    CHECK(kit("7.501") == "0.044");
    const auto down = [&](const char* weight) {
        return clinic.value(rounded_to(clinic.kg(), Rounding::down, {5, 1}), clinic.request().set("weight", weight));
    };
    CHECK(down("9.999") == "5");
    CHECK(down("10") == "10");
}

TEST_CASE("a value with a missing operand is not known, whatever the other one is") {
    Clinic clinic;
    const model::Expression sum = arithmetic(Operation::plus, clinic.kg(), clinic.mg());
    CHECK(clinic.value(sum, clinic.request().set("weight", "7")) == "unknown");
    CHECK(clinic.value(arithmetic(Operation::times, constant(0), clinic.kg()), clinic.request()) == "unknown");
    CHECK(clinic.value(lesser_of(constant(0), clinic.kg()), clinic.request()) == "unknown");
    CHECK(clinic.value(rounded_to(clinic.kg(), Rounding::up, {1, 1}), clinic.request()) == "unknown");
    CHECK(clinic.value(clinic.builder.amount("weight", Evidence::documented),
                       clinic.request().set("weight", "7", Evidence::attested)) == "unknown");
    CHECK(clinic.value(clinic.builder.amount("weight", Evidence::documented),
                       clinic.request().set("weight", "7", Evidence::documented)) == "7");
}

TEST_CASE("number tests compare in every way") {
    Clinic clinic;
    const auto row = [&](NumberOperator comparison) {
        std::vector<Truth> truths;
        for (const char* weight : {"29.9", "30", "30.1"})
            truths.push_back(clinic.truth(number_test(clinic.kg(), comparison, constant(30)),
                                          clinic.request().set("weight", weight)));
        return truths;
    };
    const Truth yes = Truth::yes;
    const Truth no = Truth::no;
    CHECK(row(NumberOperator::is) == std::vector{no, yes, no});
    CHECK(row(NumberOperator::is_not) == std::vector{yes, no, yes});
    CHECK(row(NumberOperator::is_at_least) == std::vector{no, yes, yes});
    CHECK(row(NumberOperator::is_more_than) == std::vector{no, no, yes});
    CHECK(row(NumberOperator::is_at_most) == std::vector{yes, yes, no});
    CHECK(row(NumberOperator::is_less_than) == std::vector{yes, no, no});
    CHECK(clinic.truth(number_test(clinic.kg(), NumberOperator::is_not, constant(30)), clinic.request()) ==
          Truth::unknown);
}

TEST_CASE("an unknown number test asks for all that is missing, in the order written") {
    Clinic clinic;
    // dose / weight is at most 6 mg/kg
    const model::Condition test = number_test(arithmetic(Operation::divided_by, clinic.mg(), clinic.kg()),
                                              NumberOperator::is_at_most, constant(6, 1'000'000));
    CHECK(clinic.asked(test, clinic.request()) == "answer dose [S.1]; answer weight [S.1]");
    CHECK(clinic.asked(test, clinic.request().set("dose", "60")) == "answer weight [S.1]");
    CHECK(clinic.decided(test, clinic.request().set("dose", "60").set("weight", "10")).outcome == Outcome::excluded);
    CHECK(clinic.decided(test, clinic.request().set("dose", "60").set("weight", "9.99")).outcome ==
          Outcome::criteria_not_met);
    const model::Condition documented =
        number_test(clinic.builder.amount("weight", Evidence::documented), NumberOperator::is_at_least, constant(30));
    CHECK(clinic.asked(documented, clinic.request().set("weight", "31")) == "document weight [S.1]");
    CHECK(clinic.asked(any({documented, test}), clinic.request()) == "document weight [S.1]; answer dose [S.1]");
}

TEST_CASE("a division by zero is unknown and wants a human") {
    Clinic clinic;
    const model::Condition test = number_test(arithmetic(Operation::divided_by, clinic.mg(), clinic.kg()),
                                              NumberOperator::is_at_most, constant(6, 1'000'000));
    const auto request = [&] { return clinic.request().set("dose", "60").set("weight", "0"); };
    CHECK(clinic.truth(test, request()) == Truth::unknown);
    const DecisionRecord decision = clinic.decided(test, request());
    CHECK(decision.outcome == Outcome::review);
    CHECK(decision.questions.empty());
    CHECK(words_for(clinic.builder.policy(), decision.clauses) == "S.1");
    CHECK(possible_words(clinic.builder.policy(), decision) == "criteria not met, excluded");
    // With something else left to ask, that is asked.
    const model::Condition both = all({test, clinic.builder.is("severe", "yes")});
    CHECK(clinic.asked(both, request()) == "answer severe [S.1]");
    CHECK(clinic.decided(both, request().set("severe", "no")).outcome == Outcome::criteria_not_met);
}

TEST_CASE("a defined condition is a condition, and asks through") {
    Clinic clinic;
    const auto heavy = clinic.builder.term(
        "heavy",
        any({number_test(clinic.kg(), NumberOperator::is_at_least, constant(30)), clinic.builder.is("severe", "yes")}));
    const auto light = clinic.builder.term("light", holds(heavy, true));
    CHECK(clinic.truth(holds(heavy), clinic.request().set("weight", "30")) == Truth::yes);
    CHECK(clinic.truth(holds(light), clinic.request().set("weight", "30")) == Truth::no);
    CHECK(clinic.truth(holds(light), clinic.request().set("weight", "29")) == Truth::unknown);
    CHECK(clinic.truth(holds(light, true), clinic.request().set("severe", "yes")) == Truth::yes);
    CHECK(clinic.asked(holds(light), clinic.request()) == "answer weight [S.1]; answer severe [S.1]");
    CHECK(clinic.asked(holds(light), clinic.request().set("weight", "29")) == "answer severe [S.1]");
}

TEST_CASE("a defined value asks through, a fact once") {
    Clinic clinic;
    const auto bmi = clinic.builder.term(
        "bmi", arithmetic(Operation::divided_by, clinic.kg(), arithmetic(Operation::times, clinic.m(), clinic.m())));
    const model::Condition obese = number_test(clinic.builder.value_of(bmi), NumberOperator::is_at_least, constant(30));
    CHECK(clinic.truth(obese, clinic.request().set("weight", "120").set("height", "200")) == Truth::yes);
    CHECK(clinic.truth(obese, clinic.request().set("weight", "119.99").set("height", "200")) == Truth::no);
    CHECK(clinic.asked(obese, clinic.request()) == "answer weight [S.1]; answer height [S.1]");
    CHECK(clinic.asked(obese, clinic.request().set("height", "200")) == "answer weight [S.1]");
}

TEST_CASE("the first case that holds gives the value") {
    Clinic clinic;
    const auto is = [&](const char* fact) { return std::optional(clinic.builder.is(fact, "yes")); };
    const auto days = clinic.builder.term("approval_time", std::vector<model::Case>{{is("severe"), constant(21)},
                                                                                    {is("stable"), constant(84)},
                                                                                    {std::nullopt, constant(365)}});
    const model::Expression time = clinic.builder.value_of(days);
    const auto request = [&](const char* severe, const char* stable) {
        RequestBuilder answered = clinic.request();
        if (*severe != '\0') answered.set("severe", severe);
        if (*stable != '\0') answered.set("stable", stable);
        return answered;
    };
    CHECK(clinic.value(time, request("yes", "yes")) == "21");
    CHECK(clinic.value(time, request("yes", "")) == "21");
    CHECK(clinic.value(time, request("no", "yes")) == "84");
    CHECK(clinic.value(time, request("no", "no")) == "365");
    CHECK(clinic.value(time, request("no", "")) == "unknown");
    CHECK(clinic.value(time, request("", "yes")) == "unknown");
    const model::Condition is_short = number_test(time, NumberOperator::is_less_than, constant(30));
    CHECK(clinic.asked(is_short, request("", "")) == "answer severe [S.1]; answer stable [S.1]");
    // Whichever of the others it is, only the first is open.
    CHECK(clinic.asked(is_short, request("", "yes")) == "answer severe [S.1]");
    CHECK(clinic.asked(is_short, request("no", "")) == "answer stable [S.1]");
}

TEST_CASE("an open case that gives the same value as all others still possible changes nothing") {
    Clinic clinic;
    const auto is = [&](const char* fact) { return std::optional(clinic.builder.is(fact, "yes")); };
    // 0.5 is written in two ways.
    const auto term = clinic.builder.term(
        "share", std::vector<model::Case>{
                     {is("severe"), constant(1)}, {is("stable"), constant(1, 2)}, {std::nullopt, constant(2, 4)}});
    const model::Condition test = number_test(clinic.builder.value_of(term), NumberOperator::is, constant(1, 2));
    CHECK(clinic.truth(test, clinic.request().set("severe", "no")) == Truth::yes);
    CHECK(clinic.truth(test, clinic.request()) == Truth::unknown);
    // `stable` cannot matter: with `severe` answered the value is known.
    CHECK(clinic.asked(test, clinic.request()) == "answer severe [S.1]");
}

TEST_CASE("a case that may hold with a value that is not known asks for both") {
    Clinic clinic;
    const auto term = clinic.builder.term(
        "amount",
        std::vector<model::Case>{{clinic.builder.is("severe", "yes"), clinic.kg()}, {std::nullopt, constant(10)}});
    const model::Condition test = number_test(clinic.builder.value_of(term), NumberOperator::is, constant(10));
    CHECK(clinic.asked(test, clinic.request()) == "answer severe [S.1]; answer weight [S.1]");
    CHECK(clinic.asked(test, clinic.request().set("weight", "12")) == "answer severe [S.1]");
    CHECK(clinic.truth(test, clinic.request().set("weight", "10")) == Truth::yes);
    CHECK(clinic.truth(test, clinic.request().set("severe", "no")) == Truth::yes);
    CHECK(clinic.asked(test, clinic.request().set("severe", "yes")) == "answer weight [S.1]");
}

TEST_CASE("the greatest value of the rows that hold is taken") {
    Clinic clinic;
    const auto is = [&](const char* fact) { return std::optional(clinic.builder.is(fact, "yes")); };
    const model::Expression weeks = clinic.builder.value_of(clinic.builder.term(
        "weeks",
        model::Selection{model::SelectionRule::greatest, {{is("severe"), constant(8)}, {is("stable"), constant(16)}}}));
    const auto request = [&](const char* severe, const char* stable) {
        RequestBuilder answered = clinic.request();
        if (*severe != '\0') answered.set("severe", severe);
        if (*stable != '\0') answered.set("stable", stable);
        return answered;
    };
    CHECK(clinic.value(weeks, request("yes", "yes")) == "16");
    CHECK(clinic.value(weeks, request("yes", "no")) == "8");
    CHECK(clinic.value(weeks, request("", "yes")) == "16");
    CHECK(clinic.value(weeks, request("yes", "")) == "unknown");
    CHECK(clinic.value(weeks, request("no", "no")) == "unknown");
    const model::Condition is_short = number_test(weeks, NumberOperator::is_less_than, constant(10));
    CHECK(clinic.asked(is_short, request("", "")) == "answer severe [S.1]; answer stable [S.1]");
    CHECK(clinic.asked(is_short, request("yes", "")) == "answer stable [S.1]");
    CHECK(clinic.asked(is_short, request("no", "no")) == "");
}

TEST_CASE("rows without a rule have a value where one surely holds and the open ones give the same") {
    Clinic clinic;
    const auto is = [&](const char* fact) { return std::optional(clinic.builder.is(fact, "yes")); };
    const model::Expression value = clinic.builder.value_of(clinic.builder.term(
        "value",
        model::Selection{model::SelectionRule::only, {{is("severe"), clinic.kg()}, {is("stable"), constant(16)}}}));
    CHECK(clinic.value(value, clinic.request().set("severe", "yes").set("stable", "no").set("weight", "3")) == "3");
    CHECK(clinic.value(value, clinic.request().set("stable", "yes").set("weight", "16")) == "16");
    CHECK(clinic.value(value, clinic.request().set("stable", "yes").set("weight", "3")) == "unknown");
    const model::Condition test = number_test(value, NumberOperator::is, constant(16));
    CHECK(clinic.asked(test, clinic.request().set("stable", "yes")) == "answer severe [S.1]; answer weight [S.1]");
    CHECK(clinic.asked(test, clinic.request().set("severe", "yes").set("stable", "no")) == "answer weight [S.1]");
}

TEST_CASE("if … then asks its premise first, and nothing where that surely does not hold") {
    Clinic clinic;
    const model::Condition rule = group_of(
        Quantifier::if_then,
        {clinic.builder.is("severe", "yes"), number_test(clinic.kg(), NumberOperator::is_at_least, constant(30))});
    CHECK(clinic.truth(rule, clinic.request().set("severe", "no")) == Truth::yes);
    CHECK(clinic.truth(rule, clinic.request().set("weight", "30")) == Truth::yes);
    CHECK(clinic.truth(rule, clinic.request().set("weight", "29")) == Truth::unknown);
    CHECK(clinic.truth(rule, clinic.request().set("severe", "yes")) == Truth::unknown);
    CHECK(clinic.truth(rule, clinic.request().set("severe", "yes").set("weight", "29")) == Truth::no);
    CHECK(clinic.asked(rule, clinic.request()) == "answer severe [S.1]; answer weight [S.1]");
    CHECK(clinic.asked(rule, clinic.request().set("severe", "yes")) == "answer weight [S.1]");
}

TEST_CASE("numbers that nobody can know are not asked") {
    Clinic clinic;
    const model::Condition test = number_test(clinic.kg(), NumberOperator::is_at_least, constant(30));
    const DecisionRecord decision = clinic.decided(test, clinic.request().not_knowable("weight"));
    CHECK(decision.outcome == Outcome::review);
    CHECK(words_for(clinic.builder.policy(), decision.clauses) == "S.1");
}
