#include "compiler/emit/emit.hpp"
#include "compiler/emit/parts.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// How single values, days and tests are written in C++. That they mean what the interpreter makes of them is
// tested in tests/behavior.

namespace {

using pol::Date;
using pol::DurationUnit;
using pol::Evidence;
using pol::FactSource;
using pol::FactType;
using pol::model::Expression;
using pol::model::Operation;

pol::model::FactIndex add(pol::model::Policy& policy, const char* name, FactType type, const char* unit = "") {
    policy.facts.push_back({});
    pol::model::Fact& fact = policy.facts.back();
    fact.name = fact.phrase = name;
    fact.type = type;
    fact.unit = unit;
    fact.most = {400, 0};
    return static_cast<pol::model::FactIndex>(policy.facts.size() - 1);
}

/// A weight in kg, a height in cm, a haemoglobin in g/dL, an onset that is never before the birth, and a term.
struct Sample {
    Sample() {
        pol::model::Policy& policy = builder.policy();
        policy.name = "sample";
        weight = add(policy, "weight", FactType::number, "kg");
        height = add(policy, "height", FactType::number, "cm");
        hemoglobin = add(policy, "hemoglobin", FactType::measurement, "g/dL");
        onset = add(policy, "onset", FactType::partial_date);
        policy.facts[onset].not_before = static_cast<pol::model::FactIndex>(pol::BuiltinFact::date_of_request);
        policy.terms.push_back({.name = "bmi", .phrase = "mass index", .body = bmi(), .line = 4});
    }
    [[nodiscard]] Expression kilograms() const {
        return {pol::model::NumberOfFact{.fact = weight, .minimum = Evidence::attested, .factor = {1, 1}}};
    }
    [[nodiscard]] Expression meters() const {
        return {pol::model::NumberOfFact{.fact = height, .minimum = Evidence::attested, .factor = {1, 100}}};
    }
    [[nodiscard]] static Expression constant(std::int64_t numerator, std::int64_t denominator = 1) {
        return {pol::model::Constant{{numerator, denominator}}};
    }
    [[nodiscard]] static Expression both(Operation operation, Expression left, Expression right) {
        return {pol::model::Arithmetic{operation, {std::move(left), std::move(right)}}};
    }
    [[nodiscard]] Expression bmi() const {
        return both(Operation::divided_by, kilograms(), both(Operation::times, meters(), meters()));
    }
    [[nodiscard]] static pol::model::Day service(std::int32_t amount = 0, DurationUnit unit = DurationUnit::days) {
        return {.base = static_cast<pol::model::FactIndex>(pol::BuiltinFact::date_of_service),
                .offset = {amount, unit},
                .minimum = Evidence::none};
    }
    [[nodiscard]] pol::model::Day first_symptom() const {
        return {.base = onset, .offset = {}, .minimum = Evidence::documented};
    }
    [[nodiscard]] pol::emission::Context context() { return pol::emission::Context(builder.policy(), options); }
    [[nodiscard]] std::string value(const Expression& expression) {
        return pol::emission::computed(context(), expression, 4);
    }
    [[nodiscard]] std::string test(pol::model::Condition condition) {
        return pol::emission::condition(context(), condition, 4);
    }

    pol::testing::ModelBuilder builder;
    pol::EmitOptions options{.enclosing_namespace = "plan", .base_name = "sample"};
    pol::model::FactIndex weight = 0, height = 0, hemoglobin = 0, onset = 0;
};

TEST_CASE("arithmetic keeps the parentheses it needs, and no others") {
    Sample sample;
    CHECK(sample.value(sample.bmi()) ==
          "amount_of(request.weight, Evidence::attested) /\n"
          "        (amount_of(request.height, Evidence::attested) * exactly(number(1, 100)) *\n"
          "        (amount_of(request.height, Evidence::attested) * exactly(number(1, 100))))");
    const auto one = [](std::int64_t value) { return Sample::constant(value); };
    using enum Operation;
    CHECK(sample.value(Sample::both(minus, one(1), Sample::both(minus, one(2), one(3)))) ==
          "exactly(1) - (exactly(2) - exactly(3))");
    CHECK(sample.value(Sample::both(minus, Sample::both(minus, one(1), one(2)), one(3))) ==
          "exactly(1) - exactly(2) - exactly(3)");
    CHECK(sample.value(Sample::both(times, Sample::both(plus, one(1), one(-2)), one(3))) ==
          "(exactly(1) + exactly(-2)) * exactly(3)");
    CHECK(sample.value(Sample::both(plus, one(1), Sample::both(times, one(2), one(3)))) ==
          "exactly(1) + exactly(2) * exactly(3)");
}

TEST_CASE("a fact and a limit are compared in the unit of the fact, whichever side the fact is on") {
    Sample sample;
    using pol::model::NumberOperator;
    const auto compared = [&](Expression left, NumberOperator comparison, Expression right) {
        return sample.test({pol::model::NumberTest{std::move(left), comparison, std::move(right)}});
    };
    CHECK(compared(sample.meters(), NumberOperator::is_at_least, Sample::constant(3, 2)) ==
          "is_at_least(amount_of(request.height, Evidence::attested), exactly(150))");
    CHECK(compared(Sample::constant(31, 2000), NumberOperator::is_less_than, sample.meters()) ==
          "is_less_than(exactly(number(31, 20)), amount_of(request.height, Evidence::attested))");
    CHECK(compared(sample.meters(), NumberOperator::is_not, sample.kilograms()) ==
          "is_different(\n"
          "        amount_of(request.height, Evidence::attested) * exactly(number(1, 100)),\n"
          "        amount_of(request.weight, Evidence::attested))");
    // Too large to be written in the unit of the fact.
    CHECK(compared(sample.meters(), NumberOperator::is, Sample::constant(INT64_MAX)) ==
          "is_equal(amount_of(request.height, Evidence::attested) * exactly(number(1, 100)), "
          "exactly(9223372036854775807))");
}

TEST_CASE("days are counted in words, and a day with a bound has a function of its own") {
    Sample sample;
    CHECK(sample.test({pol::model::DayTest{sample.first_symptom(), true, Sample::service(-10)}}) ==
          "is_on_or_before(\n"
          "        day_of_onset(request, Evidence::documented),\n"
          "        days_before(10, day_of(request.date_of_service, Evidence::none)))");
    CHECK(sample.test(
              {pol::model::DayTest{Sample::service(3, DurationUnit::months),
                                   false,
                                   {.base = pol::date_of(2026, 1, 31), .offset = {}, .minimum = Evidence::none}}}) ==
          "is_before(months_after(3, day_of(request.date_of_service, Evidence::none)), on(date_of(2026, 1, 31)))");
    const pol::model::Day inside{.base = pol::model::MovedDay{{Sample::service(-3, DurationUnit::months)}},
                                 .offset = {1, DurationUnit::days},
                                 .minimum = Evidence::none};
    CHECK(sample.test({pol::model::DayTest{inside, true, Sample::service()}}) ==
          "is_on_or_before(\n"
          "        days_after(1, months_before(3, day_of(request.date_of_service, Evidence::none))),\n"
          "        day_of(request.date_of_service, Evidence::none))");
    CHECK(sample.value({pol::model::Elapsed{DurationUnit::months, sample.first_symptom(), Sample::service()}}) ==
          "months_between(\n"
          "        day_of_onset(request, Evidence::documented),\n"
          "        day_of(request.date_of_service, Evidence::none),\n"
          "        calendar.short_months)");
    const std::string functions = pol::emission::day_functions(sample.context());
    CHECK(functions ==
          "\n// onset: never before date_of_request.\n"
          "constexpr auto day_of_onset(const Request& request, Evidence minimum) noexcept {\n"
          "    return not_before(day_of(request.onset, minimum), day_of(request.date_of_request, Evidence::none));\n"
          "}\n");
}

TEST_CASE("a measurement names its window, and what is read stands in the order of the bits") {
    Sample sample;
    const pol::model::MeasurementOfFact measured{.fact = sample.hemoglobin,
                                                 .minimum = Evidence::documented,
                                                 .factor = {1, 100},
                                                 .from = Sample::service(-30),
                                                 .through = std::nullopt};
    CHECK(sample.value({measured}) ==
          "measured(\n"
          "        request.hemoglobin,\n"
          "        Evidence::documented,\n"
          "        days_before(30, day_of(request.date_of_service, Evidence::none)),\n"
          "        last_day()) * exactly(number(1, 100))");
    const pol::emission::Context context = sample.context();
    const Expression sum = Sample::both(Operation::plus, {measured}, {pol::model::NumberOfTerm{0}});
    using Asked = std::vector<std::string>;
    CHECK(pol::emission::asked_tests(context, pol::emission::readings_of(sample.builder.policy(), sum)) ==
          Asked{"asks_day(FactId::hemoglobin, Evidence::documented)",
                "asks_again(FactId::hemoglobin, Evidence::documented)",
                "asks_day(FactId::date_of_service, Evidence::none)", "asks(FactId::weight, Evidence::attested)",
                "asks(FactId::height, Evidence::attested)", "asks(FactId::height, Evidence::attested)"});
    CHECK(pol::emission::unit_comment(
              context, pol::emission::readings_of(sample.builder.policy(), sum, pol::emission::Terms::left_out)) ==
          "// hemoglobin in g/dL\n");
}

TEST_CASE("terms that nothing reads are not written") {
    Sample sample;
    CHECK(pol::emission::term_functions(sample.context()) == "");
    pol::model::Determination determination;
    determination.condition = {pol::model::NumberTest{
        {pol::model::NumberOfTerm{0}}, pol::model::NumberOperator::is_at_least, Sample::constant(30)}};
    sample.builder.policy().determinations.push_back(determination);
    const std::string functions = pol::emission::term_functions(sample.context());
    CHECK(functions.find("// bmi: mass index (sample.pol:4)\n// weight in kg, height in cm\n"
                         "constexpr auto bmi(const Request& request) noexcept {\n") != std::string::npos);
}

TEST_CASE("a request's members say unit and bounds") {
    Sample sample;
    const std::string members = pol::emission::request_struct(sample.context());
    CHECK(members.find("    // weight, in kg, from 0 through 400\n    ::pol::Fact<::pol::Decimal> weight;\n") !=
          std::string::npos);
    CHECK(members.find("::pol::Fact<::pol::Measurement> hemoglobin;") != std::string::npos);
    CHECK(members.find("::pol::Fact<::pol::DateRange> onset;") != std::string::npos);
}

}  // namespace
