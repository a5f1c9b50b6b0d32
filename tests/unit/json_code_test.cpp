#include "pol/json/read_request.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pol;

namespace {

constexpr ValueDescription findings[] = {{"negative", "negative"}, {"positive", "positive"}};
constexpr FactDescription facts[] = {
    {.name = "diagnosis_code", .type = FactType::number, .notation = Notation::icd10cm},
    {.name = "requested", .type = FactType::number, .notation = Notation::hcpcs},
    {.name = "procedure", .type = FactType::number, .source = FactSource::plan, .notation = Notation::cpt},
    {.name = "package", .type = FactType::number, .notation = Notation::ndc},
    {.name = "test", .type = FactType::measurement, .values = findings, .notation = Notation::name},
    {.name = "screen", .type = FactType::measurement, .notation = Notation::yes_no},
    {.name = "claims", .type = FactType::list},
    {.name = "claims.code", .type = FactType::number, .notation = Notation::icd10cm, .list = 6},
};
constexpr PolicyDescription policy = {.name = "codes", .facts = facts};

std::string errors_of(const std::string& text) {
    std::string lines;
    for (const json::RequestError& error : json::read_request(text, policy).errors) lines += to_text(error) + "\n";
    return lines;
}

Answer answer_to(std::uint16_t fact, const std::string& text) {
    CHECK(errors_of(text) == "");
    return json::read_request(text, policy).request.answers[fact];
}

}  // namespace

TEST_CASE("codes are texts in any of their written forms") {
    CHECK(answer_to(0, R"({"diagnosis_code": "C50.911"})").number == icd10cm("C50.911"));
    CHECK(answer_to(0, R"({"diagnosis_code": "C50911"})").number == icd10cm("C50.911"));
    CHECK(answer_to(0, R"({"diagnosis_code": "C50"})").number == icd10cm("C50"));
    CHECK(answer_to(1, R"({"requested": "J1745"})").number == hcpcs("J1745"));
    CHECK(answer_to(2, R"({"procedure": "00100"})").number == cpt("00100"));
    for (const char* written : {"57894-030-01", "57894-0030-01", "057894-0030-01", "57894003001"})
        CHECK(answer_to(3, R"({"package": ")" + std::string(written) + R"("})").number == ndc("57894-030-01"));
    const Answer level = answer_to(0, R"({"diagnosis_code": {"value": "C50", "evidence": "documented"}})");
    CHECK(level.evidence == Evidence::documented);
}

TEST_CASE("what is no code of the system is refused at its place") {
    CHECK(errors_of(R"({"diagnosis_code": "C5"})") ==
          "$.diagnosis_code: must be an ICD-10-CM code like `C50.911`, not `C5`\n");
    CHECK(errors_of(R"({"diagnosis_code": "C50.*"})") ==
          "$.diagnosis_code: must be an ICD-10-CM code like `C50.911`, not `C50.*`\n");
    CHECK(errors_of(R"({"requested": {"value": "96413"}})") ==
          "$.requested.value: must be a HCPCS code like `J1304`, not `96413`; it has the shape of a CPT code\n");
    CHECK(errors_of(R"({"procedure": 96413})") ==
          "$.procedure: must be a CPT code like `96413`, not a number; codes stand in quotes\n");
    CHECK(errors_of(R"({"package": "5789400301"})") ==
          "$.package: must be an NDC like `64406-0109-01`, not `5789400301`; without hyphens an NDC has 11 digits "
          "(5-4-2): write the leading zero that its short group lacks\n");
    CHECK(errors_of(R"({"claims": [{"code": "C50.911"}, {"code": true}]})") ==
          "$.claims[1].code: must be an ICD-10-CM code like `C50.911`, not true\n");
    CHECK(errors_of(R"({"diagnosis_code": {"value": "C50", "unit": "kg"}})") ==
          "$.diagnosis_code.unit: is not known here\n");
}

TEST_CASE("slips of letters and digits are told with the code that was meant") {
    CHECK(errors_of(R"({"requested": "j1234"})") ==
          "$.requested: must be a HCPCS code like `J1304`, not `j1234`; codes are written in capitals: did you mean "
          "`J1234`?\n");
    CHECK(errors_of(R"({"requested": "J12O4"})") ==
          "$.requested: must be a HCPCS code like `J1304`, not `J12O4`; `O` is a letter where a code has a digit: did "
          "you mean `J1204`?\n");
    CHECK(errors_of(R"({"requested": "j12l4"})") ==
          "$.requested: must be a HCPCS code like `J1304`, not `j12l4`; `l` is a letter where a code has a digit: did "
          "you mean `J1214`?\n");
    CHECK(
        errors_of(R"({"requested": "j1234 "})") ==
        "$.requested: must be a HCPCS code like `J1304`, not `j1234 `; codes have no blanks: did you mean `J1234`?\n");
    CHECK(errors_of(R"({"diagnosis_code": "c50911"})") ==
          "$.diagnosis_code: must be an ICD-10-CM code like `C50.911`, not `c50911`; codes are written in capitals: "
          "did you mean `C50.911`?\n");
    CHECK(errors_of(R"({"procedure": "J1304"})") ==
          "$.procedure: must be a CPT code like `96413`, not `J1304`; it has the shape of a HCPCS code\n");
    CHECK(errors_of(R"({"requested": "J13"})") == "$.requested: must be a HCPCS code like `J1304`, not `J13`\n");
}

TEST_CASE("an NDC is told how many digits it has, also where twelve would be one of 2033") {
    const std::string wrong = "$.package: must be an NDC like `64406-0109-01`, not ";
    for (const char* written : {"578940030012", "057894003001", "57894-0030-012"})
        CHECK(errors_of(R"({"package": ")" + std::string(written) + R"("})") ==
              wrong + "`" + written + "`; an NDC has 11 digits, or 10 with hyphens, not 12\n");
    CHECK(errors_of(R"({"package": "5789-40030-01"})") ==
          wrong + "`5789-40030-01`; an NDC has three groups of 4-4-2, 5-3-2, 5-4-1, 5-4-2 or 6-4-2 digits\n");
    CHECK(errors_of(R"({"package": "package"})") == wrong + "`package`\n");
    CHECK(answer_to(3, R"({"package": "123456-7890-12"})").number == ndc("123456-7890-12"));
}

TEST_CASE("what was found is a name, or true and false, with its day") {
    const Answer test = answer_to(4, R"({"test": {"value": "positive", "on": "2026-02"}})");
    CHECK(test.number == Decimal{1, 0});
    CHECK(test.range.first == date_of(2026, 2, 1));
    CHECK(answer_to(5, R"({"screen": {"value": true, "on": "2026-02-20"}})").number == Decimal{1, 0});
    CHECK(answer_to(5, R"({"screen": {"value": false, "on": "2026-02-20"}})").number == Decimal{0, 0});
    CHECK(errors_of(R"({"test": "positive", "screen": true})") ==
          "$.test: must be a measurement like {\"value\": \"negative\", \"on\": \"2026-02-20\"}, not `positive`\n"
          "$.screen: must be a measurement like {\"value\": false, \"on\": \"2026-02-20\"}, not true\n");
    CHECK(errors_of(R"({"test": {"value": "positiv", "on": "2026-02"}, "screen": {"value": "no"}})") ==
          "$.test.value: must be one of `negative`, `positive`, not `positiv`; did you mean `positive`?\n"
          "$.screen.value: must be true or false, not `no`\n"
          "$.screen: has no `on`, the day it was measured\n");
}
