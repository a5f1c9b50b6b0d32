// What would change a decision, of the heron policy: answers that differ only in how far a number goes are told once.

#include "compiler/advise/advice_words.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/interpret/interpret.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace pol;

namespace {

model::Policy heron() {
    Run run{{}};
    std::optional<model::Policy> policy =
        build_model(run, (std::filesystem::path(POL_SOURCE_DIR) / "tests/unit/compare/heron.pol").string());
    REQUIRE(policy.has_value());
    return *policy;
}

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
