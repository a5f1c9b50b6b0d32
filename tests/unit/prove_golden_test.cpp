// What is proved of a policy's meaning, and its scenarios: findings word for word, and the verdicts on its checks.

#include "compiler/analyze/analyze.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/driver/pipeline.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace pol;

namespace {

const std::filesystem::path golden = std::filesystem::path(POL_SOURCE_DIR) / "tests/golden";

/// Everything that the proofs and the scenarios say of a file. Its name is shown without a folder.
std::string findings_of(const std::filesystem::path& file) {
    Run run({(golden / "check/library").string()});
    if (const std::optional<model::Policy> policy = build_model(run, file.string())) {
        static_cast<void>(prove_checks(*policy, run.sink));
        report_failing_scenarios(*policy, run.sink);
    }
    std::string text = render_text(run.sink.sorted(), run.sources, false);
    const std::string folder = file.parent_path().string() + "/";
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
        text.erase(at, folder.size());
    return text;
}

std::string verdicts_of(const std::filesystem::path& file) {
    Run run({(golden / "check/library").string()});
    const std::optional<model::Policy> policy = build_model(run, file.string());
    REQUIRE(policy.has_value());
    std::string text;
    for (const PropertyResult& result : prove_checks(*policy, run.sink)) text += describe(result) + "\n";
    return text;
}

}  // namespace

TEST_CASE("statements, checks and scenarios that fail are shown with a member") {
    for (const std::filesystem::path& file : test::golden_inputs(golden / "prove/bad"))
        CHECK(test::compare_golden(file, ".err", findings_of(file)) == "");
    CHECK(test::leftover_expectations(golden / "prove", ".err").empty());
}

TEST_CASE("sound policies have no findings, and their checks are proved") {
    for (const std::filesystem::path& file : test::golden_inputs(golden / "prove/good")) {
        CHECK(findings_of(file) == "");
        CHECK(test::compare_golden(file, ".proved", verdicts_of(file)) == "");
    }
    CHECK(test::leftover_expectations(golden / "prove", ".proved").empty());
}
