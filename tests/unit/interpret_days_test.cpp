#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/interpret/values.hpp"
#include "tests/support/decision_words.hpp"
#include "tests/support/sample_models.hpp"
#include "tests/support/value_pieces.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::testing;
using model::AgeOperator;
using model::NumberOperator;
using model::Quantifier;

namespace {

constexpr auto service = BuiltinFact::date_of_service;

/// A policy with an onset (which may be partial), a last dose, a haemoglobin, and an exclusion S.1 under test.
struct Clinic {
    ModelBuilder builder;

    Clinic() {
        builder.date("onset");
        builder.date("last_dose");
        builder.measurement("hemoglobin", "g/dL");
        builder.line("commercial");
        builder.target(TargetKind::policy, "OLD-1");
        builder.section("S", {"commercial"});
        builder.determination("S.1", verdict(Outcome::excluded), std::nullopt);
        builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
    }

    /// `date` is never before `earliest`.
    void bound(const char* date, const char* earliest) {
        builder.policy().facts[builder.fact(date)].not_before = builder.fact(earliest);
    }
    [[nodiscard]] RequestBuilder request() {
        RequestBuilder request(builder.policy());
        return request.set("line_of_business", "commercial").set("benefit", "medical").set("request", "initial");
    }
    [[nodiscard]] Truth truth(const model::Condition& condition, const RequestBuilder& request) {
        return interpretation::truth_of(condition, interpretation::settled(builder.policy(), request.record().answers));
    }
    [[nodiscard]] DecisionRecord decided(const model::Condition& condition, const RequestBuilder& request) {
        builder.policy().determinations.front().condition = condition;
        return interpret(builder.policy(), request.record());
    }
    [[nodiscard]] std::string asked(const model::Condition& condition, const RequestBuilder& request) {
        return question_words(builder.policy(), decided(condition, request));
    }
    /// Documented haemoglobin of the 30 days before the request below 10 g/dL.
    [[nodiscard]] model::Condition low() const {
        return number_test(builder.measured("hemoglobin", builder.day("date_of_request", days(-30)),
                                            builder.day("date_of_request"), Evidence::documented),
                           NumberOperator::is_less_than, constant(10));
    }
    [[nodiscard]] RequestBuilder sampled(const char* hemoglobin_on) {
        return request()
            .set("date_of_service", "2026-03-01")
            .set("date_of_request", "2026-03-01")
            .set("hemoglobin", hemoglobin_on, Evidence::documented);
    }
};

constexpr Truth yes = Truth::yes;
constexpr Truth no = Truth::no;
constexpr Truth unknown = Truth::unknown;

}  // namespace

TEST_CASE("days compare with days as written and with other days") {
    Clinic clinic;
    const auto row = [&](const model::Condition& condition) {
        std::vector<Truth> truths;
        for (const char* day : {"2026-02-28", "2026-03-01", "2026-03-02"})
            truths.push_back(clinic.truth(condition, clinic.request().set("onset", day)));
        return truths;
    };
    const model::Day written = fixed_day(date_of(2026, 3, 1));
    const model::Day onset = clinic.builder.day("onset");
    CHECK(row(is_before(onset, written)) == std::vector{yes, no, no});
    CHECK(row(is_on_or_before(onset, written)) == std::vector{yes, yes, no});
    CHECK(row(is_before(written, onset)) == std::vector{no, no, yes});
    CHECK(row(is_on_or_before(written, onset)) == std::vector{no, yes, yes});
}

TEST_CASE("a partial day decides only where all of it agrees") {
    Clinic clinic;
    const model::Condition early = is_before(clinic.builder.day("onset"), fixed_day(date_of(2026, 3, 1)));
    CHECK(clinic.truth(early, clinic.request().set("onset", "2026-02")) == yes);
    CHECK(clinic.truth(early, clinic.request().set("onset", "2026-03")) == no);
    CHECK(clinic.truth(early, clinic.request().set("onset", "2026")) == unknown);
    CHECK(clinic.truth(early, clinic.request()) == unknown);
    const auto request = [&] { return clinic.request().set("date_of_service", "2026-03-01"); };
    CHECK(clinic.asked(early, request().set("onset", "2026")) == "exact date onset [S.1]");
    CHECK(clinic.asked(early, request()) == "answer onset [S.1]");
    const model::Condition documented =
        is_before(clinic.builder.day("onset", {}, Evidence::documented), fixed_day(date_of(2026, 3, 1)));
    CHECK(clinic.asked(documented, request().set("onset", "2026", Evidence::attested)) == "document onset [S.1]");
}

TEST_CASE("windows are closed and moved by days or by months") {
    Clinic clinic;
    const model::Day dose = clinic.builder.day("last_dose");
    const auto on = [&](const model::Condition& condition, const char* day) {
        return clinic.truth(condition, clinic.request().set("last_dose", day).set("date_of_service", "2026-05-31"));
    };
    // at least 84 days before: 2026-03-08 is the last such day
    const model::Condition long_ago = is_on_or_before(dose, clinic.builder.day("date_of_service", days(-84)));
    CHECK(on(long_ago, "2026-03-08") == yes);
    CHECK(on(long_ago, "2026-03-09") == no);
    model::Day three_months_before = clinic.builder.day("date_of_service");
    three_months_before.offset = months(-3);
    // 31 May less three months is the last of February
    CHECK(on(is_on_or_before(dose, three_months_before), "2026-02-28") == yes);
    CHECK(on(is_on_or_before(dose, three_months_before), "2026-03-01") == no);
    // one day inside of that
    const model::Day inside = moved(three_months_before, days(1));
    CHECK(on(is_on_or_before(dose, inside), "2026-03-01") == yes);
    CHECK(on(is_on_or_before(dose, inside), "2026-03-02") == no);
}

TEST_CASE("both days of a test are asked, the left one first") {
    Clinic clinic;
    const model::Condition test = is_on_or_before(clinic.builder.day("onset", {}, Evidence::attested),
                                                  clinic.builder.day("last_dose", days(-7), Evidence::documented));
    const auto request = [&] { return clinic.request().set("date_of_service", "2026-03-01"); };
    CHECK(clinic.asked(test, request()) == "attest onset [S.1]; document last_dose [S.1]");
    CHECK(clinic.asked(test, request().set("onset", "2026-02-01", Evidence::attested)) == "document last_dose [S.1]");
    CHECK(clinic.asked(
              test,
              request().set("onset", "2026-01", Evidence::attested).set("last_dose", "2026", Evidence::documented)) ==
          "exact date onset [S.1]; exact date last_dose [S.1]");
    CHECK(clinic.truth(test, request()
                                 .set("onset", "2026-01", Evidence::attested)
                                 .set("last_dose", "2026-02-07", Evidence::documented)) == yes);
}

TEST_CASE("a date that is never before another lies behind that one even while it is missing") {
    Clinic clinic;
    clinic.bound("date_of_service", "date_of_request");
    const model::Condition late =
        is_on_or_before(fixed_day(date_of(2026, 3, 1)), clinic.builder.day("date_of_service"));
    CHECK(clinic.truth(late, clinic.request().set("date_of_request", "2026-03-01")) == yes);
    CHECK(clinic.truth(late, clinic.request().set("date_of_request", "2026-02-28")) == unknown);
    CHECK(clinic.truth(late, clinic.request()) == unknown);
    // A day given before its bound stands as it is given.
    CHECK(clinic.truth(
              late, clinic.request().set("date_of_request", "2026-03-01").set("date_of_service", "2026-02-28")) == no);
}

TEST_CASE("a bound cuts off the days of a partial date before it") {
    Clinic clinic;
    clinic.bound("last_dose", "onset");
    const model::Condition late = is_on_or_before(fixed_day(date_of(2026, 3, 15)), clinic.builder.day("last_dose"));
    const auto request = [&] { return clinic.request().set("last_dose", "2026-03"); };
    CHECK(clinic.truth(late, request()) == unknown);
    CHECK(clinic.truth(late, request().set("onset", "2026-03-15")) == yes);
    CHECK(clinic.truth(late, request().set("onset", "2026-03-14")) == unknown);
    CHECK(clinic.truth(late, request().set("onset", "2026-04-01")) == unknown);
    // 31 March is the only day left, so it is exact.
    CHECK(clinic.truth(is_before(clinic.builder.day("last_dose"), fixed_day(date_of(2026, 3, 31))),
                       request().set("onset", "2026-03-31")) == no);
}

TEST_CASE("a bound of too little evidence bounds nothing") {
    Clinic clinic;
    clinic.bound("last_dose", "onset");
    const model::Condition late =
        is_on_or_before(fixed_day(date_of(2026, 3, 1)), clinic.builder.day("last_dose", {}, Evidence::documented));
    const auto request = [&](Evidence level) { return clinic.request().set("onset", "2026-03-01", level); };
    CHECK(clinic.truth(late, request(Evidence::documented)) == yes);
    CHECK(clinic.truth(late, request(Evidence::attested)) == unknown);
}

TEST_CASE("a bounded selecting date that surely lies in the text leaves one route") {
    Clinic clinic;
    clinic.bound("date_of_service", "date_of_request");
    const model::Condition never = clinic.low();
    const auto request = [&](const char* day) { return clinic.request().set("date_of_request", day); };
    CHECK(possible_words(clinic.builder.policy(), clinic.decided(never, request("2026-01-01"))) ==
          "criteria not met, excluded");
    CHECK(possible_words(clinic.builder.policy(), clinic.decided(never, request("2025-12-31"))) ==
          "criteria not met, excluded, does not apply");
    clinic.builder.policy().text_through = date_of(2026, 12, 31);
    CHECK(possible_words(clinic.builder.policy(), clinic.decided(never, request("2026-01-01"))) ==
          "criteria not met, excluded, does not apply");
    const DecisionRecord behind = clinic.decided(never, request("2027-01-01"));
    CHECK(behind.outcome == Outcome::does_not_apply);
    CHECK(words_for(clinic.builder.policy(), behind.clauses) == "TEXT");
}

TEST_CASE("a day before the text may be referred, one behind it is not") {
    Clinic clinic;
    clinic.builder.policy().earlier = verdict(Outcome::refer, 0);
    clinic.builder.policy().text_through = date_of(2026, 12, 31);
    const auto on = [&](const char* day) {
        return clinic.decided(clinic.low(), clinic.request().set("date_of_service", day));
    };
    const DecisionRecord early = on("2025-12-31");
    CHECK(possible_words(clinic.builder.policy(), early) == "refer to policy OLD-1");
    CHECK(early.outcome == Outcome::refer);
    CHECK(words_for(clinic.builder.policy(), early.clauses) == "TEXT");
    CHECK(on("2027-01-01").outcome == Outcome::does_not_apply);
    const DecisionRecord undated = clinic.decided(clinic.low(), clinic.request());
    CHECK(possible_words(clinic.builder.policy(), undated) ==
          "criteria not met, excluded, does not apply, refer to policy OLD-1");
    CHECK(question_words(clinic.builder.policy(), undated) ==
          "answer date_of_service [TEXT]; document hemoglobin [S.1]");
}

TEST_CASE("a measurement counts only when taken within its window") {
    Clinic clinic;
    // 30 days before 2026-03-01 is 2026-01-30.
    CHECK(clinic.truth(clinic.low(), clinic.sampled("9.4 on 2026-01-30")) == yes);
    CHECK(clinic.truth(clinic.low(), clinic.sampled("9.4 on 2026-03-01")) == yes);
    CHECK(clinic.truth(clinic.low(), clinic.sampled("10 on 2026-03-01")) == no);
    CHECK(clinic.truth(clinic.low(), clinic.sampled("9.4 on 2026-01-29")) == unknown);
    CHECK(clinic.truth(clinic.low(), clinic.sampled("9.4 on 2026-03-02")) == unknown);
    CHECK(clinic.truth(clinic.low(), clinic.sampled("9.4 on 2026-02")) == yes);
    CHECK(clinic.truth(clinic.low(), clinic.sampled("9.4 on 2026")) == unknown);
}

TEST_CASE("a stale measurement is measured again, a partial one dated, a weak one documented") {
    Clinic clinic;
    const auto asked = [&](const RequestBuilder& request) { return clinic.asked(clinic.low(), request); };
    CHECK(asked(clinic.sampled("9.4 on 2026-01-29")) == "measure again hemoglobin [S.1]");
    CHECK(asked(clinic.sampled("9.4 on 2025")) == "measure again hemoglobin [S.1]");
    CHECK(asked(clinic.sampled("9.4 on 2026-03-02")) == "measure again hemoglobin [S.1]");
    CHECK(asked(clinic.sampled("9.4 on 2026")) == "exact date hemoglobin [S.1]");
    CHECK(asked(clinic.sampled("9.4 on 2026-02-01").set("hemoglobin", "9.4 on 2020-01-01", Evidence::attested)) ==
          "document hemoglobin [S.1]");
    CHECK(asked(clinic.sampled("9.4 on 2026-02-01").not_given("hemoglobin")) == "document hemoglobin [S.1]");
}

TEST_CASE("a window that is not known asks for the day it is counted from") {
    Clinic clinic;
    const auto request = [&](const char* sample) { return clinic.sampled(sample).not_given("date_of_request"); };
    CHECK(clinic.truth(clinic.low(), request("9.4 on 2026-02-20")) == unknown);
    CHECK(clinic.asked(clinic.low(), request("9.4 on 2026-02-20")) == "answer date_of_request [S.1]");
    CHECK(clinic.asked(clinic.low(), request("9.4 on 2026-02-20").not_given("hemoglobin")) ==
          "document hemoglobin [S.1]");
    CHECK(clinic.asked(clinic.low(), request("9.4 on 2026-02")) ==
          "exact date hemoglobin [S.1]; answer date_of_request [S.1]");
}

TEST_CASE("a measurement without a window counts whenever it was taken") {
    Clinic clinic;
    const model::Condition low =
        number_test(clinic.builder.amount("hemoglobin"), NumberOperator::is_less_than, constant(10));
    CHECK(clinic.truth(low, clinic.request().set("hemoglobin", "9.9 on 1990")) == yes);
    CHECK(clinic.asked(low, clinic.request().set("date_of_service", "2026-03-01")) == "answer hemoglobin [S.1]");
}

TEST_CASE("time elapsed between days is known between exact days only") {
    Clinic clinic;
    const model::Day onset = clinic.builder.day("onset");
    const auto value = [&](DurationUnit unit, const RequestBuilder& request) {
        const auto number =
            interpretation::value_of(elapsed(unit, onset, clinic.builder.day("date_of_service")),
                                     interpretation::settled(clinic.builder.policy(), request.record().answers));
        return number ? std::optional(static_cast<std::int64_t>(number->numerator)) : std::nullopt;
    };
    const auto request = [&](const char* from, const char* to) {
        return clinic.request().set("onset", from).set("date_of_service", to);
    };
    CHECK(value(DurationUnit::days, request("2026-02-01", "2026-03-01")) == 28);
    CHECK(value(DurationUnit::days, request("2026-03-01", "2026-02-01")) == -28);
    CHECK(value(DurationUnit::days, request("2026-02", "2026-03-01")) == std::nullopt);
    CHECK(value(DurationUnit::months, request("2025-12-31", "2026-02-27")) == 1);
    // the last of February completes the second month
    CHECK(value(DurationUnit::months, request("2025-12-31", "2026-02-28")) == 2);
    CHECK(value(DurationUnit::months, request("2026-03-01", "2026-03-01")) == 0);
    CHECK(value(DurationUnit::months, request("2026-03-02", "2026-03-01")) == 0);
    CHECK(value(DurationUnit::months, request("2026-02-28", "2025-12-31")) == -2);
    CHECK(value(DurationUnit::months, request("2026-02-27", "2025-12-31")) == -1);
    clinic.builder.policy().calendar.short_months = ShortMonths::take_first_of_next;
    CHECK(value(DurationUnit::months, request("2025-12-31", "2026-02-28")) == 1);
    CHECK(value(DurationUnit::months, request("2025-12-31", "2026-03-01")) == 2);
    const model::Condition long_time =
        number_test(elapsed(DurationUnit::days, onset, clinic.builder.day("date_of_service")),
                    NumberOperator::is_at_least, constant(28));
    CHECK(clinic.asked(long_time, request("2026-02", "2026-03-01")) == "exact date onset [S.1]");
}

TEST_CASE("an age on a day of a range decides only where it does on all of them") {
    Clinic clinic;
    clinic.bound("date_of_service", "date_of_request");
    const model::Condition adult = age_test(service, AgeOperator::is_at_least, 18);
    const auto request = [&](const char* birth) {
        return clinic.request().set("birth_date", birth).set("date_of_request", "2026-03-01");
    };
    CHECK(clinic.truth(adult, request("2008-03-01")) == yes);
    CHECK(clinic.truth(adult, request("2008-03-02")) == unknown);
    CHECK(clinic.truth(adult, request("2008-03-02").set("date_of_service", "2026-03-02")) == yes);
    CHECK(clinic.truth(adult, request("2008-03-02").set("date_of_service", "2026-03-01")) == no);
    CHECK(clinic.truth(adult, request("2008-03-01").not_given("date_of_request")) == unknown);
    CHECK(clinic.asked(adult, request("2008-03-02")) == "answer date_of_service [S.1]");
    CHECK(clinic.asked(adult, request("2008-03-02").not_given("birth_date")) ==
          "answer birth_date [S.1]; answer date_of_service [S.1]");
}

TEST_CASE("an age on a partial day asks for the exact one, or for both where they contradict") {
    Clinic clinic;
    model::AgeTest at_onset{.at = clinic.builder.fact("onset"),
                            .comparison = AgeOperator::is_less_than,
                            .amount = 18,
                            .unit = AgeUnit::years,
                            .minimum = Evidence::attested};
    const model::Condition young{at_onset};
    const auto request = [&](const char* birth) {
        return clinic.request()
            .set("date_of_service", "2026-06-01")
            .set("birth_date", birth)
            .set("onset", "2026-03", Evidence::attested);
    };
    CHECK(clinic.truth(young, request("2008-03-01")) == no);
    CHECK(clinic.truth(young, request("2008-04-01")) == yes);
    CHECK(clinic.truth(young, request("2008-03-15")) == unknown);
    CHECK(clinic.asked(young, request("2008-03-15")) == "exact date onset [S.1]");
    CHECK(clinic.asked(young, request("2008-03")) == "exact date birth_date [S.1]; exact date onset [S.1]");
    CHECK(clinic.asked(young, request("2026-04-01")) == "resolve birth_date [S.1]; resolve onset [S.1]");
    CHECK(clinic.asked(young, request("2008-03-15").set("onset", "2026-03-01", Evidence::claimed)) ==
          "attest onset [S.1]");
}

TEST_CASE("a day by cases is any day of the cases that may hold, and asks for what would tell") {
    Clinic clinic;
    const model::Day last_dose = clinic.builder.day("last_dose");
    const model::TermIndex start = clinic.builder.term(
        "start",
        std::vector<model::DayCase>{{is_before(clinic.builder.day("onset"), fixed_day(date_of(2026, 1, 1))),
                                     last_yearly(9, 1, clinic.builder.day("date_of_service"))},
                                    {std::nullopt, last_yearly(11, 1, clinic.builder.day("date_of_service"))}});
    const auto request = [&] { return clinic.request().set("date_of_service", "2026-02-10"); };
    const model::Condition before = is_before(last_dose, day_named(start));
    CHECK(clinic.truth(before, request().set("last_dose", "2025-08-31")) == yes);
    CHECK(clinic.truth(before, request().set("last_dose", "2025-10-01")) == unknown);
    CHECK(clinic.truth(before, request().set("last_dose", "2025-11-01")) == no);
    CHECK(clinic.truth(before, request().set("last_dose", "2025-10-01").set("onset", "2025")) == no);
    CHECK(clinic.truth(before, request().set("last_dose", "2025-10-01").set("onset", "2026-01")) == yes);
    CHECK(clinic.asked(before, request().set("last_dose", "2025-10-01")) == "answer onset [S.1]");
    CHECK(clinic.asked(before, request()) == "answer last_dose [S.1]; answer onset [S.1]");
}

TEST_CASE("a day of the year may be known though what it is reckoned from is not") {
    Clinic clinic;
    const model::Condition early =
        is_before(last_yearly(1, 1, clinic.builder.day("onset")), fixed_day(date_of(2026, 1, 1)));
    CHECK(clinic.truth(early, clinic.request().set("onset", "2025")) == yes);
    CHECK(clinic.truth(early, clinic.request().set("onset", "2026-03")) == no);
    const model::Condition elapsed_since =
        number_test(elapsed(DurationUnit::days, last_yearly(1, 1, clinic.builder.day("onset")),
                            last_yearly(1, 1, clinic.builder.day("date_of_service"))),
                    NumberOperator::is_at_least, constant(365));
    CHECK(clinic.truth(elapsed_since, clinic.request().set("onset", "2025").set("date_of_service", "2026-03-01")) ==
          yes);
}

TEST_CASE("of two days only the one that can be the earlier is asked for") {
    Clinic clinic;
    const model::Condition test = is_before(earlier_of(clinic.builder.day("onset"), clinic.builder.day("last_dose")),
                                            fixed_day(date_of(2026, 3, 10)));
    const auto request = [&] { return clinic.request().set("date_of_service", "2026-06-01"); };
    CHECK(clinic.truth(test, request().set("onset", "2026-03").set("last_dose", "2026-03-09")) == yes);
    CHECK(clinic.asked(test, request().set("onset", "2026-03").set("last_dose", "2026-04")) ==
          "exact date onset [S.1]");
    CHECK(clinic.asked(test, request().set("onset", "2026-03").set("last_dose", "2026-03")) ==
          "exact date onset [S.1]; exact date last_dose [S.1]");
}

TEST_CASE("who is born behind a reckoned day has age 0 there") {
    Clinic clinic;
    const model::Condition infant = age_on(last_yearly(11, 1, clinic.builder.day("date_of_service")),
                                           AgeOperator::is_less_than, 12, AgeUnit::months);
    const auto request = [&](const char* birth) {
        return clinic.request().set("birth_date", birth).set("date_of_service", "2026-02-10");
    };
    CHECK(clinic.truth(infant, request("2025-12-24")) == yes);
    CHECK(clinic.truth(infant, request("2024-11-02")) == yes);
    CHECK(clinic.truth(infant, request("2024-11-01")) == no);
    CHECK(clinic.truth(infant, request("2024-11")) == unknown);
    CHECK(clinic.asked(infant, request("2024-11")) == "exact date birth_date [S.1]");
    CHECK(clinic.asked(infant, request("2024-11").not_given("birth_date")) == "answer birth_date [S.1]");
    CHECK(clinic.asked(infant, request("2024-11").not_given("date_of_service")) ==
          "answer date_of_service [TEXT, S.1]");
}
