#include "pol/json/write_decision.hpp"
#include "tests/unit/json/sample.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::test;

namespace {

constexpr std::string_view policy_field =
    R"("policy":{"name":"breathe","number":"S-1","text":"2026-01-01",)"
    R"("hash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","compiler":"0.1.0"},)";

std::string brief(const DecisionRecord& decision) {
    return json::write_decision(decision, sample_policy(), {}, json::Detail::brief);
}

std::string after_policy(std::string_view fields) {
    return "{" + std::string(policy_field) + std::string(fields) + "}";
}

DecisionRecord decided(Result result, std::vector<std::uint16_t> clauses) {
    DecisionRecord decision = sample_decision(result.outcome);
    decision.clauses = clauses;
    decision.results.push_back({result, std::move(clauses)});
    return decision;
}

Result approved_for_three_months() {
    Result result;
    result.outcome = Outcome::approved;
    result.approval = 0;
    result.period = {date_of(2026, 2, 1), date_of(2026, 4, 30)};
    result.first_dose = date_of(2026, 1, 25);
    result.doses = {1, 3};
    return result;
}

Result only(Outcome outcome) {
    Result result;
    result.outcome = outcome;
    return result;
}

}  // namespace

TEST_CASE("an approval carries period, doses, quantities, the clauses met and those that set it") {
    CHECK(brief(decided(approved_for_three_months(), {sample::a_1, sample::a_2_a})) ==
          after_policy(R"("outcome":"approved","open":false,"period":{"from":"2026-02-01","through":"2026-04-30"},)"
                       R"("doses":{"count":3,"dates":["2026-02-01","2026-02-15","2026-03-01"]},)"
                       R"("quantities":[{"amount":22.5,"unit":"unit","per_dose":7.5,"system":"hcpcs","code":"J9999"},)"
                       R"({"amount":22.5,"unit":"mg","per_dose":7.5},)"
                       R"({"amount":3,"unit":"vial","per_dose":1,"system":"ndc","code":"11111-2222-33"}],)"
                       R"("met":[{"id":"S-1/2026-01-01/A.1","text":"severe – as \"tested\""},)"
                       R"({"id":"S-1/2026-01-01/A.2.a","text":"no inhaler"}],)"
                       R"("sets_period":[{"id":"S-1/2026-01-01/A.4","text":"three months"}],)"
                       R"("sets_dose":[{"id":"S-1/2026-01-01/A.3","text":"7.5 mg each two weeks"}])"));
}

TEST_CASE("an approval without a schedule has no doses, an empty one has none") {
    Result result = approved_for_three_months();
    result.approval = 1;
    CHECK(brief(decided(result, {})) ==
          after_policy(R"("outcome":"approved","open":false,"period":{"from":"2026-02-01","through":"2026-04-30"},)"
                       R"("met":[],"sets_period":[{"id":"S-1/2026-01-01/A.4","text":"three months"}])"));
    result = approved_for_three_months();
    result.doses.count = 0;
    CHECK(brief(decided(result, {})).find(R"("doses":{"count":0,"dates":[]},"quantities":[{"amount":0,)") !=
          std::string::npos);
}

TEST_CASE("computed amounts follow the period, with unit, code and text where they have some") {
    Result result = approved_for_three_months();
    result.approval = 2;
    result.amounts[0] = {413, 1};
    result.amounts[1] = {60, 0};
    result.amounts[2] = {-125, 3};
    CHECK(brief(decided(result, {})) ==
          after_policy(R"("outcome":"approved","open":false,"period":{"from":"2026-02-01","through":"2026-04-30"},)"
                       R"("amounts":[{"name":"kit","amount":41.3,"unit":"mL","text":"kit volume"},)"
                       R"({"name":"J1561","amount":60,"unit":"unit","system":"hcpcs","code":"J1561"},)"
                       R"({"name":"ratio","amount":-0.125}],)"
                       R"("met":[],"sets_period":[{"id":"S-1/2026-01-01/A.4","text":"three months"}],)"
                       R"("sets_amounts":[{"id":"S-1/2026-01-01/A.3","text":"7.5 mg each two weeks"},)"
                       R"({"id":"S-1/2026-01-01/A.4","text":"three months"}])"));
}

TEST_CASE("a measurement that is too old is to be taken again") {
    DecisionRecord decision = sample_decision(Outcome::needs_information);
    decision.questions = {{sample::hemoglobin, QuestionKind::measure_again, {sample::a_1}}};
    CHECK(brief(decision).find(R"("questions":[{"fact":"hemoglobin","kind":"measure again",)"
                               R"("question":"How much hemoglobin?","clauses":["S-1/2026-01-01/A.1"]}])") !=
          std::string::npos);
}

TEST_CASE("a reading bears on a decision by the clause of an amount, too") {
    Result result = approved_for_three_months();
    result.approval = 2;
    PolicyDescription policy = sample_policy();
    constexpr std::uint16_t about_the_dose[] = {sample::a_3};
    const ReadingDescription reading{"weights are those of the day", "", {}, about_the_dose};
    policy.readings = {&reading, 1};
    const std::string written = json::write_decision(decided(result, {sample::a_1}), policy, {});
    CHECK(written.find(R"("readings":[{"text":"weights are those of the day","status":"open")") != std::string::npos);
}

TEST_CASE("criteria not met names the failing clauses") {
    CHECK(brief(decided(only(Outcome::criteria_not_met), {sample::a_1})) ==
          after_policy(R"("outcome":"criteria not met",)"
                       R"("failing":[{"id":"S-1/2026-01-01/A.1","text":"severe – as \"tested\""}])"));
}

TEST_CASE("not medically necessary and investigational carry their justification and the cited documents") {
    for (const auto& [outcome, words] : {std::pair{Outcome::not_medically_necessary, "not medically necessary"},
                                         std::pair{Outcome::investigational, "investigational"}})
        CHECK(brief(decided(only(outcome), {sample::b_1})) ==
              after_policy(R"("outcome":")" + std::string(words) +
                           R"(","by":[{"id":"S-1/2026-01-01/B.1","text":"not proven"}],)"
                           R"("because":[{"id":"S-1/2026-01-01/B.1.a","text":"no effect"},)"
                           R"({"id":"S-1/2026-01-01/B.1.b","text":"no comparison"}],)"
                           R"("see":[{"kind":"policy","number":"P-9"}])"));
}

TEST_CASE("excluded, does not apply and a review of a clause name their clause") {
    CHECK(brief(decided(only(Outcome::excluded), {sample::gate})) ==
          after_policy(R"("outcome":"excluded","by":[{"id":"S-1/2026-01-01/GATE","text":"contract first"}])"));
    CHECK(brief(decided(only(Outcome::does_not_apply), {sample::box_silver})) ==
          after_policy(R"("outcome":"does not apply","by":[{"id":"S-1/2026-01-01/APPLIES.silver","text":"Silver"}])"));
    CHECK(brief(decided(only(Outcome::review), {sample::b_1_a})) ==
          after_policy(R"("outcome":"review","by":[{"id":"S-1/2026-01-01/B.1.a","text":"no effect"}])"));
}

TEST_CASE("no text on file says which texts there are") {
    CHECK(brief(decided(only(Outcome::does_not_apply), {sample::text})) ==
          after_policy(R"("outcome":"does not apply","no_text_on_file":true,"texts_on_file":[{"from":"2026-01-01"}],)"
                       R"("by":[{"id":"S-1/2026-01-01/TEXT","text":"text from 2026-01-01"}])"));
}

TEST_CASE("no text on file says until when the text was in force") {
    PolicyDescription ended = sample_policy();
    ended.text_through = date_of(2026, 12, 31);
    const std::string written =
        json::write_decision(decided(only(Outcome::does_not_apply), {sample::text}), ended, {}, json::Detail::brief);
    CHECK(written.find(R"("texts_on_file":[{"from":"2026-01-01","through":"2026-12-31"}])") != std::string::npos);
}

TEST_CASE("a refer has its target, with the address if there is one") {
    Result result = only(Outcome::refer);
    result.target = 0;
    CHECK(brief(decided(result, {})) ==
          after_policy(
              R"("outcome":"refer","target":{"kind":"LCD","number":"L1","address":"https://example.org/?a=1&b=2"},)"
              R"("by":[])"));
    result.target = 1;
    CHECK(brief(decided(result, {})) ==
          after_policy(R"("outcome":"refer","target":{"kind":"NCD","number":"110.1"},"by":[])"));
}

TEST_CASE("needs information carries what is possible and what is asked") {
    DecisionRecord decision = sample_decision(Outcome::needs_information);
    Result open = only(Outcome::approved);
    open.open = true;
    decision.results = {{open, {sample::a_1}}, {only(Outcome::excluded), {sample::gate}}};
    decision.questions = {{sample::contract_excludes, QuestionKind::answer, {sample::gate}},
                          {sample::severity, QuestionKind::document, {sample::a_1}},
                          {3, QuestionKind::exact_date, {}}};
    CHECK(brief(decision) ==
          after_policy(R"("outcome":"needs information","every_outcome_is_a_denial":false,"possible":[)"
                       R"({"outcome":"approved","open":true,)"
                       R"("clauses":[{"id":"S-1/2026-01-01/A.1","text":"severe – as \"tested\""}]},)"
                       R"({"outcome":"excluded","clauses":[{"id":"S-1/2026-01-01/GATE","text":"contract first"}]}],)"
                       R"("questions":[{"fact":"contract_excludes","kind":"answer","question":"Is it \"excluded\"?",)"
                       R"("clauses":["S-1/2026-01-01/GATE"]},)"
                       R"({"fact":"severity","kind":"document","question":"How severe?",)"
                       R"("clauses":["S-1/2026-01-01/A.1"]},)"
                       R"({"fact":"birth_date","kind":"exact date","question":"Born when?","clauses":[]}])"));
}

TEST_CASE("a review for want of a fact names its clauses beside what is possible") {
    DecisionRecord decision = sample_decision(Outcome::review);
    decision.every_outcome_is_a_denial = true;
    decision.clauses = {sample::gate};
    decision.results = {{only(Outcome::criteria_not_met), {}}, {only(Outcome::excluded), {sample::gate}}};
    CHECK(brief(decision) ==
          after_policy(R"("outcome":"review","every_outcome_is_a_denial":true,)"
                       R"("by":[{"id":"S-1/2026-01-01/GATE","text":"contract first"}],)"
                       R"("possible":[{"outcome":"criteria not met","clauses":[]},)"
                       R"({"outcome":"excluded","clauses":[{"id":"S-1/2026-01-01/GATE","text":"contract first"}]}],)"
                       R"("questions":[])"));
}

TEST_CASE("readings that bear on the named clauses and the state of every traced clause close the line") {
    DecisionRecord decision = decided(only(Outcome::not_medically_necessary), {sample::b_1});
    decision.trace[sample::box_gold] = ClauseState::yes;
    decision.trace[sample::gate] = ClauseState::no;
    decision.trace[sample::a_1] = ClauseState::yes;
    decision.trace[sample::a_2] = ClauseState::no;
    decision.trace[sample::a_2_a] = ClauseState::unknown;
    decision.trace[sample::a_otherwise] = ClauseState::not_reached;
    decision.trace[sample::b_1] = ClauseState::yes;
    const std::string line = json::write_decision(decision, sample_policy(), "row \"1\"");
    CHECK(line.starts_with(R"({"id":"row \"1\"","policy":)"));
    const std::string end =
        R"("readings":[{"text":"the board chose this","status":"decided","decided_by":"P&T Committee",)"
        R"("decided_on":"2026-07-01","clauses":["S-1/2026-01-01/B.1"]}],"trace":[)"
        R"({"id":"S-1/2026-01-01/APPLIES.gold","state":"holds"},)"
        R"({"id":"S-1/2026-01-01/APPLIES.silver","state":"not for this member"},)"
        R"({"id":"S-1/2026-01-01/APPLIES.medical","state":"not for this member"},)"
        R"({"id":"S-1/2026-01-01/GATE","state":"does not hold"},)"
        R"({"id":"S-1/2026-01-01/A.1","state":"met"},)"
        R"({"id":"S-1/2026-01-01/A.2","state":"not met"},)"
        R"({"id":"S-1/2026-01-01/A.2.a","state":"unknown"},)"
        R"({"id":"S-1/2026-01-01/A.2.b","state":"not for this member"},)"
        R"({"id":"S-1/2026-01-01/A.otherwise","state":"not reached"},)"
        R"({"id":"S-1/2026-01-01/B.1","state":"holds"}]})";
    CHECK(line.ends_with(end));
    CHECK(line.find('\n') == std::string::npos);
}

TEST_CASE("a reading bears on a decision through questions too") {
    DecisionRecord decision = sample_decision(Outcome::needs_information);
    decision.questions = {{sample::relief_only, QuestionKind::attest, {sample::a_2_b}}};
    const std::string line = json::write_decision(decision, sample_policy());
    CHECK(line.find(R"("readings":[{"text":"a and b are alternatives","status":"open",)") != std::string::npos);
}
