// Coverage, changes and suggestions of small policies, word for word.

#include "compiler/coverage/report.hpp"
#include "compiler/driver/pipeline.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace pol;

namespace {

const std::filesystem::path golden = std::filesystem::path(POL_SOURCE_DIR) / "tests/golden";

std::string told_of(const std::filesystem::path& file, bool as_json) {
    Run run({(golden / "coverage/library").string(), (golden / "check/library").string()});
    const std::optional<model::Policy> policy = build_model(run, file.string());
    REQUIRE(policy.has_value());
    coverage::Report report;
    report.file = file.filename().string();
    report.coverage = coverage::cover(*policy);
    report.mutation = coverage::mutate(*policy);
    report.suggestions = coverage::suggest(*policy, *report.coverage, &*report.mutation);
    return as_json ? coverage::json_of({{.policy = &*policy, .report = &report}}) : text_of(*policy, report);
}

}  // namespace

TEST_CASE("what scenarios see, notice and lack is told as expected") {
    for (const std::filesystem::path& file : test::golden_inputs(golden / "coverage/policies")) {
        CHECK(test::compare_golden(file, ".txt", told_of(file, false)) == "");
        if (file.stem() == "half_tested") CHECK(test::compare_golden(file, ".json", told_of(file, true)) == "");
    }
    CHECK(test::leftover_expectations(golden / "coverage", ".txt").empty());
    CHECK(test::leftover_expectations(golden / "coverage", ".json").empty());
}
