// What the compiled policies of a registry answer to addressed requests, made again by `polc replay` from the policies'
// files.

#include "compiler/driver/replay.hpp"

#include "examples/adjudicate/addressed.hpp"

#include <doctest/doctest.h>
#include <made_up_policies_registry.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace pol;

namespace {

const std::string policies = std::string(POL_SOURCE_DIR) + "/tests/policies";

std::string answer(const std::string& request, json::Detail detail = json::Detail::full) {
    PolicyDesks desks;
    const auto answer = answer_addressed(request, "file:1", made_up::made_up_policies_registry(), detail, desks);
    REQUIRE(answer);
    CHECK(answer->errors == "");
    return answer->line;
}

std::vector<ReplayOutcome> replay(const std::string& request, const std::string& line) {
    PolicyTexts texts({});
    CHECK(texts.add(policies));
    const std::vector<FilledLine> requests = filled_lines(request);
    return Replay(texts, requests, 1).replay(line, 0);
}

/// How many decisions came out the same; what did not is shown.
std::size_t same_of(const std::string& request, json::Detail detail = json::Detail::full) {
    CAPTURE(request);
    const std::vector<ReplayOutcome> outcomes = replay(request, answer(request, detail));
    for (const ReplayOutcome& outcome : outcomes) CHECK(outcome.detail == "");
    return static_cast<std::size_t>(std::count_if(
        outcomes.begin(), outcomes.end(), [](const ReplayOutcome& outcome) { return outcome.what == Replayed::same; }));
}

/// Facts of RIVER-1 and RIVER-7, and others that only RIVER-11 has; all three list the code.
const std::string by_code =
    R"({"id":"x","evidence":"documented","hcpcs":"J1561","date_of_service":"2026-06-30","line_of_business":"staff",)"
    R"("benefit":"medical","request":"initial","date_of_request":"2026-06-02","birth_date":"1980-02-29",)"
    R"("weight":72.30,"asked_units":{"value":200,"unit":"units"},"pregnant":true,"limit":50.0,"infusions":[],)"
    R"("trials":[{"drug":"sertraline","response":"partial","length":8.0,"adequate":false}]})";

}  // namespace

TEST_CASE("the answers to a number and to a code are made again, each from what its text was given") {
    CHECK(same_of(R"({"policy":"LAKE-50","date_of_service":"2025-05-06","stage":"severe","diagnosis":"first_form"})") ==
          1);
    CHECK(same_of(R"({ "stage": "severe", "policy": "LAKE-50" })") == 3);
    CHECK(same_of(R"({"ndc":"54092-0711-04","date_of_service":"2026-05-06"})") == 1);
    CHECK(same_of(by_code) == 3);
    CHECK(same_of(by_code, json::Detail::brief) == 3);
}

TEST_CASE("of several answers the one that is not the same is named") {
    std::string line = answer(by_code);
    const std::size_t last = line.rfind(R"("outcome":")");
    line.insert(last + 11, "not ");
    const std::vector<ReplayOutcome> outcomes = replay(by_code, line);
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0].what == Replayed::same);
    CHECK(outcomes[1].what == Replayed::same);
    CHECK(outcomes[2].what == Replayed::different);
    CHECK(outcomes[2].detail.ends_with(" (RIVER-7, text of 2026-01-01)"));
}
