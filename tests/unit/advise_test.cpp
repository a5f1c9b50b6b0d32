// What would change a decision, of the heron policy: answers that differ only in how far a number goes are told once.

#include "compiler/advise/advice_words.hpp"
#include "compiler/advise/questioning.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/interpret/interpret.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace pol;

namespace {

model::Policy policy_in(const char* file) {
    Run run{{}};
    std::optional<model::Policy> policy = build_model(run, (std::filesystem::path(POL_SOURCE_DIR) / file).string());
    REQUIRE(policy.has_value());
    return *policy;
}

model::Policy heron() { return policy_in("tests/unit/compare/heron.pol"); }

model::FactIndex fact_named(const model::Policy& policy, const std::string& name) {
    const auto found = std::find_if(policy.facts.begin(), policy.facts.end(),
                                    [&](const model::Fact& fact) { return fact.name == name; });
    REQUIRE(found != policy.facts.end());
    return static_cast<model::FactIndex>(found - policy.facts.begin());
}

std::vector<std::string> words_of(const model::Policy& policy, const RequestRecord& request,
                                  const std::vector<advise::Way>& ways) {
    std::vector<std::string> words;
    for (const advise::Way& way : ways) {
        REQUIRE(way.changes.size() == 1);
        words.push_back(advise::words_for(policy, request, way.changes.front()));
    }
    return words;
}

std::vector<std::string> words_of(const model::Policy& policy, const RequestRecord& request,
                                  const std::vector<advise::Settlement>& settlements) {
    std::vector<std::string> words;
    for (const advise::Settlement& each : settlements) {
        std::string& line = words.emplace_back();
        for (const advise::Change& answer : each.answers) line += advise::words_for(policy, request, answer) + ", ";
        line += advise::outcome_words(policy, each.decision);
    }
    return words;
}

RequestRecord without(RequestRecord request, const std::vector<model::FactIndex>& facts) {
    for (const model::FactIndex fact : facts) request.answers[fact] = Answer{};
    return request;
}

/// What is advised on a request: no question comes twice, and each set of answers needs all of them.
void check_questioning(const model::Policy& policy, const RequestRecord& request) {
    const DecisionRecord decision = interpret(policy, request);
    if (decision.outcome != Outcome::needs_information) return;
    const advise::QuestioningAdvice advice = advise::advise_on_questions(policy, request, decision);
    std::vector<model::FactIndex> asked = advice.order;
    std::sort(asked.begin(), asked.end());
    CHECK(std::adjacent_find(asked.begin(), asked.end()) == asked.end());
    for (const advise::Settlement& each : advice.settlements)
        for (std::size_t left_out = 0; left_out < each.answers.size(); ++left_out) {
            std::vector<advise::Change> fewer = each.answers;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left_out));
            const DecisionRecord decided = interpret(policy, advise::changed(request, fewer));
            CHECK((decided.outcome != each.decision.outcome || !decided.questions.empty()));
        }
}

}  // namespace

TEST_CASE("of numbers that come to the same the nearest is named, written as simply as what is given") {
    const model::Policy policy = heron();
    RequestRecord request = policy.scenarios.front().request;
    request.answers[fact_named(policy, "dose")].number = {801, 0};
    const DecisionRecord decision = interpret(policy, request);
    REQUIRE(decision.outcome == Outcome::criteria_not_met);
    const advise::DenialAdvice advice = advise::advise_on_denial(policy, request, decision);
    CHECK(words_of(policy, request, advice.closed) ==
          std::vector<std::string>{"weight 81 kg documented", "dose 700 mg documented"});
}

TEST_CASE("of answers that settle a request none can be left out, and no question comes twice") {
    const model::Policy policy = policy_in("policies/qalsody.pol");
    const RequestRecord request = policy.scenarios.front().request;
    for (std::size_t one = 0; one < policy.facts.size(); ++one)
        for (std::size_t other = 0; other <= one; ++other) {
            CAPTURE(policy.facts[one].name);
            CAPTURE(policy.facts[other].name);
            check_questioning(
                policy, without(request, {static_cast<model::FactIndex>(one), static_cast<model::FactIndex>(other)}));
        }
}

TEST_CASE("the day that chooses the text is asked with the days around it, and a birth before the service") {
    const model::Policy policy = policy_in("policies/qalsody.pol");
    const model::FactIndex birth = index_of(BuiltinFact::birth_date);
    const model::FactIndex service = index_of(BuiltinFact::date_of_service);
    const RequestRecord request = without(policy.scenarios.front().request, {birth, service});
    const advise::QuestioningAdvice advice = advise::advise_on_questions(policy, request, interpret(policy, request));
    CHECK(advice.order == std::vector<model::FactIndex>{service, birth});
    CHECK(advice.fewest == 1);
    CHECK(advice.most == 2);
    CHECK(words_of(policy, request, advice.settlements) ==
          std::vector<std::string>{
              "date_of_service 2026-05-31, does not apply, by TEXT",
              "date_of_service 2026-06-01, birth_date 2009-06-01, criteria not met, failing MMC.2",
              "date_of_service 2026-06-01, birth_date 2008-06-01, approved from 2026-06-01 through 2026-11-30"});
}

TEST_CASE("a measurement that would have to be repeated is no answer, and questioning comes to an end") {
    Run run{{POL_SOURCE_DIR "/policies"}};
    const std::optional<model::Policy> policy = build_model(run, POL_SOURCE_DIR "/policies/epoetin.pol");
    REQUIRE(policy.has_value());
    const model::FactIndex hemoglobin = fact_named(*policy, "hemoglobin");
    const RequestRecord request = without(policy->scenarios.front().request, {hemoglobin});
    const DecisionRecord decision = interpret(*policy, request);
    REQUIRE_FALSE(decision.questions.empty());
    const advise::QuestioningAdvice advice = advise::advise_on_questions(*policy, request, decision);
    CHECK(advice.order == std::vector<model::FactIndex>{hemoglobin});
    CHECK(advice.most == 1);
    CHECK_FALSE(advice.settlements.empty());
}
