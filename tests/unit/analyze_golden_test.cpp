// What is found of a policy's readings and of its life: findings word for word, and what is shown of its readings.

#include "compiler/analyze/analyze.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/driver/pipeline.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace pol;

namespace {

const std::filesystem::path golden = std::filesystem::path(POL_SOURCE_DIR) / "tests/golden";

struct Analysis {
    /// A file's name is shown without a folder.
    std::string findings;
    std::string readings;
};

Analysis analysis_of(const std::filesystem::path& file) {
    Run run({(golden / "analyze/imports").string(), (golden / "check/library").string()});
    Analysis analysis;
    if (const std::optional<model::Policy> policy = build_model(run, file.string())) {
        for (const std::string& line : compare_readings(*policy, run.sink)) analysis.readings += line + "\n";
        report_lifecycle(*policy, run.sink);
    }
    analysis.findings = render_text(run.sink.sorted(), run.sources, false);
    const std::string folder = file.parent_path().string() + "/";
    for (std::size_t at = analysis.findings.find(folder); at != std::string::npos; at = analysis.findings.find(folder))
        analysis.findings.erase(at, folder.size());
    return analysis;
}

}  // namespace

TEST_CASE("what is found has a member for whom it is so") {
    for (const std::filesystem::path& file : test::golden_inputs(golden / "analyze/bad")) {
        const Analysis analysis = analysis_of(file);
        CHECK(test::compare_golden(file, ".err", analysis.findings) == "");
    }
    CHECK(test::leftover_expectations(golden / "analyze", ".err").empty());
}

TEST_CASE("where readings and reasons are given nothing is found, and the readings are shown") {
    for (const std::filesystem::path& file : test::golden_inputs(golden / "analyze/good")) {
        const Analysis analysis = analysis_of(file);
        CHECK(analysis.findings == "");
        CHECK(test::compare_golden(file, ".readings", analysis.readings) == "");
    }
    CHECK(test::leftover_expectations(golden / "analyze", ".readings").empty());
}
