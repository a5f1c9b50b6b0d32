#include "compiler/interpret/scenarios.hpp"

#include "compiler/interpret/interpret.hpp"
#include "compiler/interpret/quantities.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/words.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pol;
using namespace pol::testing;

namespace {

using Sentences = std::vector<std::string>;

const model::Policy& qalsody() {
    static const model::Policy policy = qalsody_model();
    return policy;
}

model::ClauseIndex clause(const std::string& id) {
    const auto found = std::find_if(qalsody().clauses.begin(), qalsody().clauses.end(),
                                    [&](const model::Clause& known) { return known.id == id; });
    return static_cast<model::ClauseIndex>(found - qalsody().clauses.begin());
}

model::FactIndex fact(const std::string& name) {
    const auto found = std::find_if(qalsody().facts.begin(), qalsody().facts.end(),
                                    [&](const model::Fact& known) { return known.name == name; });
    return static_cast<model::FactIndex>(found - qalsody().facts.begin());
}

RequestBuilder base() { return qalsody_base(qalsody()); }

Sentences compare(const model::Expected& expected, const RequestBuilder& request) {
    return differences(qalsody(), expected, interpret(qalsody(), request.record()));
}

model::Expected expect(Outcome outcome) {
    model::Expected expected;
    expected.outcome = outcome;
    return expected;
}

}  // namespace

TEST_CASE("a whole approval is compared topic by topic") {
    model::Expected expected = expect(Outcome::approved);
    expected.period = Period{.from = date_of(2026, 7, 1), .through = date_of(2026, 12, 31)};
    expected.doses = 8;
    expected.quantities = {{.amount = {.digits = 800, .places = 0}, .unit = "unit", .code = "J1304"},
                           {.amount = {.digits = 8000, .places = 1}, .unit = "mg", .code = ""}};
    expected.clauses = {clause("MMC.5"), clause("MMC.1"), clause("MMC.2"), clause("MMC.3"), clause("MMC.4")};
    CHECK(compare(expected, base()).empty());
    expected.period->through = date_of(2026, 12, 30);
    expected.doses = 7;
    expected.quantities = {{.amount = {.digits = 700, .places = 0}, .unit = "unit", .code = "J1304"},
                           {.amount = {.digits = 15, .places = 1}, .unit = "mL", .code = ""}};
    expected.clauses = {clause("MMC.6")};
    CHECK(compare(expected, base()) ==
          Sentences{"expected from 2026-07-01 through 2026-12-30, decided from 2026-07-01 through 2026-12-31",
                    "expected doses 7, decided 8", "expected units 700 J1304, decided 800",
                    "expected units 1.5 mL, decided no quantity in mL",
                    "expected met MMC.6, decided MMC.1, MMC.2, MMC.3, MMC.4, MMC.5"});
}

TEST_CASE("a wrong outcome is the only sentence") {
    model::Expected expected = expect(Outcome::approved);
    expected.doses = 7;
    CHECK(compare(expected, base().set("birth_date", "2010-01-01")) ==
          Sentences{"expected approved, decided criteria not met, failing MMC.2"});
    CHECK(compare(expected, base().not_given("tracheostomy")) ==
          Sentences{"expected approved, decided needs information, possible approved, criteria not met, ask document "
                    "tracheostomy, attest trach_aspiration_only"});
    CHECK(compare(expect(Outcome::does_not_apply), base().set("contract_excludes", "yes")) ==
          Sentences{"expected does not apply, decided excluded, by GATE"});
}

TEST_CASE("an approval's topics are not passed over where nothing is approved") {
    model::Expected expected = expect(Outcome::excluded);
    expected.doses = 8;
    CHECK(compare(expected, base().set("contract_excludes", "yes")) ==
          Sentences{"expected a period, doses, units or quantities, decided excluded, by GATE"});
}

TEST_CASE("the document of a refer is part of the outcome") {
    model::Expected expected = expect(Outcome::refer);
    const RequestBuilder medicare = base().set("line_of_business", "medicare_advantage");
    const DecisionRecord decision = interpret(qalsody(), medicare.record());
    const std::uint16_t lcd = decision.results.front().result.target;
    expected.target = lcd;
    CHECK(compare(expected, medicare).empty());
    expected.target = static_cast<std::uint16_t>(lcd == 0 ? 1 : 0);
    CHECK(compare(expected, medicare) ==
          Sentences{"expected refer to policy PHARMACY-32, decided refer to LCD L33394, by MCR.*1"});
}

TEST_CASE("no text on file is not just not applying") {
    model::Expected expected = expect(Outcome::does_not_apply);
    expected.no_text = true;
    CHECK(compare(expected, base().set("date_of_service", "2026-05-31")).empty());
    CHECK(compare(expected, base().set("benefit", "pharmacy")) ==
          Sentences{"expected no text on file, decided by G.4, G.5"});
}

TEST_CASE("what is possible is compared as a set") {
    model::Expected expected = expect(Outcome::needs_information);
    expected.possible = {{.outcome = Outcome::does_not_apply},
                         {.outcome = Outcome::criteria_not_met},
                         {.outcome = Outcome::approved, .target = no_index, .open = true}};
    CHECK(compare(expected, base().not_given("date_of_service")).empty());
    expected.possible->pop_back();
    CHECK(compare(expected, base().not_given("date_of_service")) ==
          Sentences{"expected possible does not apply, criteria not met, decided possible approved open, criteria not "
                    "met, does not apply"});
    expected.possible = {{.outcome = Outcome::approved}, {.outcome = Outcome::excluded}, {.outcome = Outcome::review}};
    CHECK(compare(expected, base().not_given("contract_excludes")).size() == 1);
}

TEST_CASE("the flag for denials is compared where it is expected") {
    model::Expected expected = expect(Outcome::needs_information);
    expected.every_outcome_is_a_denial = true;
    CHECK(compare(expected, base().set("diagnosis", "other").not_given("indication")).empty());
    CHECK(compare(expected, base().not_given("indication")) ==
          Sentences{"expected every outcome is a denial, decided possible approved, excluded"});
}

TEST_CASE("questions are compared in order, their kinds where written") {
    model::Expected expected = expect(Outcome::needs_information);
    expected.questions = {{.fact = fact("tracheostomy"), .kind = std::nullopt},
                          {.fact = fact("trach_aspiration_only"), .kind = QuestionKind::attest}};
    CHECK(compare(expected, base().not_given("tracheostomy")).empty());
    std::swap(expected.questions->front(), expected.questions->back());
    CHECK(compare(expected, base().not_given("tracheostomy")) ==
          Sentences{"expected ask attest trach_aspiration_only, tracheostomy, decided ask document tracheostomy, "
                    "attest trach_aspiration_only"});
    expected.questions->clear();
    CHECK(compare(expected, base().not_given("tracheostomy")).front() ==
          "expected ask nothing, decided ask document tracheostomy, attest trach_aspiration_only");
}

TEST_CASE("every scenario of a policy is run in order") {
    model::Policy policy = qalsody_model();
    model::Scenario good;
    good.name = "good";
    good.request = base().record();
    good.expected = expect(Outcome::approved);
    model::Scenario bad = good;
    bad.name = "bad";
    bad.expected = expect(Outcome::excluded);
    policy.scenarios = {good, bad};
    const std::vector<ScenarioResult> results = run_scenarios(policy);
    REQUIRE(results.size() == 2);
    CHECK(results[0].scenario == &policy.scenarios[0]);
    CHECK(results[0].differences.empty());
    CHECK(results[1].scenario->name == "bad");
    CHECK(results[1].differences.size() == 1);
}

TEST_CASE("decimals are shown without trailing zeros") {
    CHECK(decimal_words({.digits = 800, .places = 0}) == "800");
    CHECK(decimal_words({.digits = 50, .places = 2}) == "0.5");
    CHECK(decimal_words({.digits = 5, .places = 3}) == "0.005");
    CHECK(decimal_words({.digits = 1200, .places = 2}) == "12");
    CHECK_FALSE(same_amount({.digits = 5, .places = 0}, {.digits = 5, .places = 1}));
}

TEST_CASE("every outcome and kind of question has its words") {
    const std::vector<std::string> outcomes = {"approved",        "criteria not met", "not medically necessary",
                                               "investigational", "excluded",         "does not apply",
                                               "refer",           "review",           "needs information"};
    for (int i = 0; i < outcome_count; ++i)
        CHECK(words_of(static_cast<Outcome>(i)) == outcomes[static_cast<std::size_t>(i)]);
    CHECK(words_of(QuestionKind::answer) == "answer");
    CHECK(words_of(QuestionKind::exact_date) == "exact date");
    CHECK(words_of(QuestionKind::measure_again) == "measure again");
    CHECK(words_of(QuestionKind::resolve) == "resolve");
    CHECK(words_for(model::Target{.kind = TargetKind::ncd, .number = "110.24", .address = {}}) == "NCD 110.24");
}
