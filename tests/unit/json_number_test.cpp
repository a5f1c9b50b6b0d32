#include "pol/json/read_request.hpp"
#include "tests/unit/json/sample.hpp"

#include <doctest/doctest.h>

using namespace pol;
using json::read_request;

namespace {

std::string errors_of(std::string_view text) {
    std::string lines;
    for (const json::RequestError& error : read_request(text, test::sample_policy()).errors)
        lines += to_text(error) + "\n";
    return lines;
}

Answer answer_to(std::uint16_t fact, const std::string& text) {
    const json::RequestReading reading = read_request(text, test::sample_policy());
    CHECK_MESSAGE(reading.errors.empty(), errors_of(text));
    return reading.request.answers[fact];
}

Decimal weight(const std::string& written) {
    return answer_to(test::sample::weight, R"({"weight": )" + written + "}").number;
}

std::string weight_errors(const std::string& written) { return errors_of(R"({"weight": )" + written + "}"); }

}  // namespace

TEST_CASE("numbers are exact") {
    CHECK(weight("7.2") == Decimal{72, 1});
    CHECK(weight("7") == Decimal{7, 0});
    CHECK(weight("0.5") == Decimal{5, 1});
    CHECK(weight("400") == Decimal{400, 0});
    CHECK(weight("399.999999") == Decimal{399'999'999, 6});
    // No double is any of these.
    CHECK(weight("0.700001") == Decimal{700'001, 6});
    CHECK(answer_to(test::sample::tokens, R"({"tokens": 999999999.999999})").number == Decimal{999'999'999'999'999, 6});
    CHECK(answer_to(test::sample::tokens, R"({"tokens": 999999999999999})").number == Decimal{largest_digits, 0});
}

TEST_CASE("zeros behind the last decimal say nothing") {
    CHECK(weight("7.20") == Decimal{72, 1});
    CHECK(weight("70.000000000") == Decimal{70, 0});
    CHECK(answer_to(test::sample::balance, R"({"balance": 0.0})").number == Decimal{0, 0});
}

TEST_CASE("numbers may be below zero where their bounds are") {
    CHECK(answer_to(test::sample::balance, R"({"balance": -0.25})").number == Decimal{-25, 2});
    CHECK(answer_to(test::sample::balance, R"({"balance": -100})").number == Decimal{-100, 0});
    CHECK(answer_to(test::sample::balance, R"({"balance": -0})").number == Decimal{0, 0});
    CHECK(answer_to(test::sample::balance, R"({"balance": -0.0})").number == Decimal{0, 0});
    CHECK(errors_of(R"({"balance": -100.000001})") == "$.balance: `-100.000001` is outside -100 to 100\n");
    CHECK(weight_errors("-7") == "$.weight: `-7` is outside 0.5 to 400 kg\n");
}

TEST_CASE("what lies outside the bounds of the fact is refused") {
    CHECK(weight_errors("0.499999") == "$.weight: `0.499999` is outside 0.5 to 400 kg\n");
    CHECK(weight_errors("400.000001") == "$.weight: `400.000001` is outside 0.5 to 400 kg\n");
    CHECK(weight_errors("18446744073709551616") == "$.weight: `18446744073709551616` is outside 0.5 to 400 kg\n");
    CHECK(weight_errors("18446744073709551615") == "$.weight: `18446744073709551615` is outside 0.5 to 400 kg\n");
    CHECK(weight_errors("-9223372036854775808") == "$.weight: `-9223372036854775808` is outside 0.5 to 400 kg\n");
    CHECK(weight_errors("0") == "$.weight: `0` is outside 0.5 to 400 kg\n");
}

TEST_CASE("what is no exact decimal of six places is refused") {
    CHECK(weight_errors("7.1234567") == "$.weight: `7.1234567` has more than 6 decimals\n");
    CHECK(weight_errors("7.30000000000000004") == "$.weight: `7.30000000000000004` has more than 6 decimals\n");
    CHECK(weight_errors("1e2") == "$.weight: must be written without an exponent, not `1e2`\n");
    CHECK(weight_errors("7.2E+0") == "$.weight: must be written without an exponent, not `7.2E+0`\n");
    CHECK(weight_errors("1e-999") == "$.weight: must be written without an exponent, not `1e-999`\n");
    CHECK(errors_of(R"({"tokens": 1234567890.123456})") == "$.tokens: `1234567890.123456` has more than 15 digits\n");
    CHECK(weight_errors("1" + std::string(400, '0')) ==
          "$.weight: `1" + std::string(59, '0') + "…` is outside 0.5 to 400 kg\n");
    CHECK(weight_errors("1e400") == "$.weight: must be written without an exponent, not `1e400`\n");
    CHECK(weight_errors("07") == "$.weight: not JSON at byte 13, near `\"weight\": 07`\n");
    CHECK(weight_errors(".5") == "$.weight: not JSON at byte 12, near `{\"weight\": .`\n");
}

TEST_CASE("what is no number says the unit that is wanted") {
    CHECK(weight_errors("true") == "$.weight: must be a number in kg, not true\n");
    CHECK(weight_errors("[7]") == "$.weight: must be a number in kg, not a list\n");
    CHECK(weight_errors(R"("7.2")") == "$.weight: must be a number in kg, not `7.2`; numbers stand without quotes\n");
    CHECK(weight_errors(R"({"value": "7.2 kg"})") ==
          "$.weight.value: must be a number in kg, not `7.2 kg`; numbers stand without quotes\n");
    CHECK(errors_of(R"({"tokens": false})") == "$.tokens: must be a number, not false\n");
}

TEST_CASE("numbers carry evidence as other facts do") {
    const Answer bare = answer_to(test::sample::weight, R"({"evidence": "documented", "weight": 7.2})");
    CHECK(bare.presence == Presence::given);
    CHECK(bare.evidence == Evidence::documented);
    CHECK(answer_to(test::sample::weight, R"({"weight": {"value": 7.2, "evidence": "attested"}})").evidence ==
          Evidence::attested);
    CHECK(answer_to(test::sample::balance, R"({"evidence": "documented", "balance": 7})").evidence == Evidence::none);
    CHECK(answer_to(test::sample::weight, R"({"weight": {"not_knowable": true}})").presence == Presence::not_knowable);
    CHECK(answer_to(test::sample::weight, R"({"weight": null})").presence == Presence::not_given);
}

TEST_CASE("a unit is only repeated, never converted") {
    CHECK(answer_to(test::sample::weight, R"({"weight": {"value": 7.2, "unit": "kg"}})").number == Decimal{72, 1});
    CHECK(weight_errors(R"({"value": 7.2, "unit": "lb"})") ==
          "$.weight.unit: must be `kg`, the unit of this number, not `lb`\n");
    CHECK(weight_errors(R"({"value": 7.2, "unit": null})") ==
          "$.weight.unit: must be `kg`, the unit of this number, not null\n");
    CHECK(errors_of(R"({"tokens": {"value": 7, "unit": "kg"}})") ==
          "$.tokens.unit: must be left out, as this number has no unit\n");
    CHECK(weight_errors(R"({"value": 7.2, "unt": "kg"})") == "$.weight.unt: is not known here; did you mean `unit`?\n");
    CHECK(weight_errors(R"({"value": 7.2, "unit": "kg", "unit": "kg"})") == "$.weight.unit: given twice\n");
    CHECK(errors_of(R"({"inhaler": {"value": true, "unit": "kg"}})") == "$.inhaler.unit: is not known here\n");
    CHECK(weight_errors(R"({"not_knowable": true, "unit": "kg"})") == "$.weight.unit: stands beside a `value` only\n");
    CHECK(errors_of(R"({"score": {"not_knowable": true, "on": "2026"}})") ==
          "$.score.on: stands beside a `value` only\n");
}

TEST_CASE("a measurement has the day it was taken") {
    const Answer answer =
        answer_to(test::sample::hemoglobin,
                  R"({"hemoglobin": {"value": 9.4, "unit": "g/dL", "on": "2026-02-20", "evidence": "documented"}})");
    CHECK(answer.presence == Presence::given);
    CHECK(answer.evidence == Evidence::documented);
    CHECK(answer.number == Decimal{94, 1});
    CHECK(answer.range == DateRange{date_of(2026, 2, 20), date_of(2026, 2, 20)});
    CHECK(answer_to(test::sample::hemoglobin, R"({"hemoglobin": {"value": 9.4, "on": "2026-02"}})").range ==
          DateRange{date_of(2026, 2, 1), date_of(2026, 2, 28)});
    CHECK(answer_to(test::sample::score, R"({"score": {"on": "2025", "value": 3}})").range ==
          DateRange{date_of(2025, 1, 1), date_of(2025, 12, 31)});
}

TEST_CASE("a measurement without its day, or with a wrong one, is refused") {
    CHECK(errors_of(R"({"hemoglobin": 9.4})") ==
          "$.hemoglobin: must be a measurement like {\"value\": 9.4, \"on\": \"2026-02-20\"}, not a number\n");
    CHECK(errors_of(R"({"hemoglobin": {"value": 9.4}})") == "$.hemoglobin: has no `on`, the day it was measured\n");
    CHECK(errors_of(R"({"hemoglobin": {"value": 9.4, "on": "2026-02-30"}})") ==
          "$.hemoglobin.on: `2026-02-30` is not in the calendar\n");
    CHECK(errors_of(R"({"hemoglobin": {"value": 9.4, "on": null}})") ==
          "$.hemoglobin.on: must be a day, a month or a year like `2008-06`, not null\n");
    CHECK(errors_of(R"({"hemoglobin": {"on": "2026-02-20"}})") ==
          "$.hemoglobin: has no `value`; write null for a fact that is not given\n");
    CHECK(
        errors_of(R"({"hemoglobin": {"value": 94, "unit": "g/L", "on": "20.2.2026"}})") ==
        "$.hemoglobin.value: `94` is outside 0 to 30 g/dL\n"
        "$.hemoglobin.unit: must be `g/dL`, the unit of this number, not `g/L`\n"
        "$.hemoglobin.on: must be a day, a month or a year like `2008-06-15`, `2008-06` or `2008`, not `20.2.2026`\n");
    CHECK(weight_errors(R"({"value": 7.2, "on": "2026-02-20"})") == "$.weight.on: is not known here\n");
}

TEST_CASE("a date fact may be known to the month or year") {
    const Answer answer = answer_to(test::sample::onset, R"({"onset": {"value": "2026-02", "evidence": "attested"}})");
    CHECK(answer.range == DateRange{date_of(2026, 2, 1), date_of(2026, 2, 28)});
    CHECK(answer.evidence == Evidence::attested);
}
