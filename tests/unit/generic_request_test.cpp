#include "pol/generic_request.hpp"

#include "tests/unit/json/sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pol;
using namespace pol::test;

namespace {

const Date may = date_of(2026, 5, 1);

}  // namespace

TEST_CASE("facts are set by name, with what is needed of their evidence") {
    GenericRequest request(sample_policy());
    CHECK(request.set("severity", "mild", Evidence::documented) == "");
    CHECK(request.set("contract_excludes", true) == "");
    CHECK(request.set("date_of_service", may) == "");
    CHECK(request.set("birth_date", some_day_in(1974, 5)) == "");
    CHECK(request.set("onset", may) == "");
    CHECK(request.set("relief_only", not_knowable) == "");
    const auto& answers = request.record().answers;
    CHECK(answers[sample::severity].presence == Presence::given);
    CHECK(answers[sample::severity].evidence == Evidence::documented);
    CHECK(answers[sample::contract_excludes].value == 1);
    CHECK(answers[sample::contract_excludes].evidence == Evidence::none);
    CHECK(answers[index_of(BuiltinFact::date_of_service)].date == may);
    CHECK(answers[index_of(BuiltinFact::birth_date)].range == some_day_in(1974, 5));
    CHECK(answers[sample::onset].range == exact_day(may));
    CHECK(answers[sample::onset].evidence == Evidence::claimed);
    CHECK(answers[sample::relief_only].presence == Presence::not_knowable);
    CHECK(answers[sample::inhaler].presence == Presence::not_given);
}

TEST_CASE("what is wrong is said in a sentence, and not set") {
    GenericRequest request(sample_policy());
    CHECK(request.set("severty", "mild").find("`severty` is no fact of ") == 0);
    CHECK(request.set("severty", "mild").find("did you mean `severity`?") != std::string::npos);
    CHECK(request.set("severity", "mld").find("`severity` has no value `mld`; did you mean `mild`?") == 0);
    CHECK(request.set("severity", true) == "`severity` takes one of its names");
    CHECK(request.set("contract_excludes", true, Evidence::attested).find("carries no evidence") != std::string::npos);
    CHECK(request.set("date_of_service", some_day_in(2026, 5)) == "`date_of_service` takes a day");
    CHECK(request.set("onset", date_of(1700, 1, 1)).find("outside the calendar") != std::string::npos);
    CHECK(request.set("weight", "heavy").find("`weight` takes a number") == 0);
    CHECK(request.set("weight", decimal("999999999")).find("outside the bounds") != std::string::npos);
    CHECK(request.set("hemoglobin", decimal("9.4")).find("and the day of it") != std::string::npos);
    CHECK(request.set("trials", true) == "`trials` takes entries");
    for (const Answer& answer : request.record().answers) CHECK(answer.presence == Presence::not_given);
}

TEST_CASE("a name that is no fact is told with the nearest that is one, however it is written") {
    GenericRequest request(sample_policy());
    const std::string number(view(sample_policy().number));
    CHECK(request.set("Severity-", "mild") == "`Severity-` is no fact of " + number + "; did you mean `severity`?");
    CHECK(request.set("CONTRACT EXCLUDES", true) ==
          "`CONTRACT EXCLUDES` is no fact of " + number + "; did you mean `contract_excludes`?");
    CHECK(request.set("shoe_size", true) == "`shoe_size` is no fact of " + number);
    CHECK(request.set("trials.length", decimal("42")) ==
          "`trials.length` is a field; give it in the entries of `trials`");
    CHECK(request.set_list("trails", {}) == "`trails` is no fact of " + number + "; did you mean `trials`?");
}

TEST_CASE("a code is set as it is written, and ten digits of an NDC are told what they lack") {
    static constexpr FactDescription facts[] = {
        {.name = "package", .type = FactType::number, .source = FactSource::plan, .notation = Notation::ndc}};
    static constexpr PolicyDescription policy = {.name = "packages", .facts = facts};
    GenericRequest request(policy);
    CHECK(
        request.set("package", "5789400301") ==
        "`package` takes an NDC like `64406-0109-01`, not `5789400301`; without hyphens an NDC has 11 digits (5-4-2): "
        "write the leading zero that its short group lacks");
    CHECK(request.set("package", "57894-0301").find("without hyphens") == std::string::npos);
    CHECK(request.record().answers[0].presence == Presence::not_given);
    CHECK(request.set("package", "57894003001") == "");
    CHECK(request.record().answers[0].number == ndc("57894-030-01"));
}

TEST_CASE("an ICD-10-CM code is set with its dot or without, as claims write it") {
    static constexpr FactDescription facts[] = {
        {.name = "reason", .type = FactType::number, .source = FactSource::plan, .notation = Notation::icd10cm}};
    static constexpr PolicyDescription policy = {.name = "reasons", .facts = facts};
    GenericRequest request(policy);
    CHECK(request.set("reason", "C50911") == "");
    const Decimal without_dot = request.record().answers[0].number;
    CHECK(request.set("reason", "C50.911") == "");
    CHECK(request.record().answers[0].number == without_dot);
    CHECK(request.set("reason", "C50") == "");
    CHECK(request.set("reason", "C5091112") != "");
    CHECK(request.set("reason", "C5") != "");
}

TEST_CASE("a list is set whole, or not at all") {
    GenericRequest request(sample_policy());
    CHECK(request.set_list("trials", {{{"length", decimal("42")}}, {}}, Evidence::documented) == "");
    REQUIRE(request.record().entries.size() == 2);
    CHECK(request.record().answers[sample::trials].evidence == Evidence::documented);
    CHECK(request.record().entries[0].fields[sample::trials_length - sample::trials - 1].number == decimal("42"));
    CHECK(request.set_list("trials", {{{"lenght", decimal("42")}}}) ==
          "`lenght` is no field of `trials`; did you mean `length`?");
    CHECK(request.set_list("severity", {}) == "`severity` takes one of its names");
    CHECK(request.record().entries.size() == 2);
    CHECK(request.set_list("trials", {}) == "");
    CHECK(request.record().entries.empty());
}
