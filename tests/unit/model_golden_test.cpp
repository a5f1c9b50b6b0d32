#include "compiler/check/check.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/driver/load.hpp"
#include "compiler/lower/lower.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/model_text.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace pol {
namespace {

const std::filesystem::path root = POL_SOURCE_DIR;
const std::filesystem::path folder = root / "tests/golden/model";

/// The model of a sound policy file as text; the running test fails with the findings if it is not sound.
std::string dumped(const std::filesystem::path& path, const std::filesystem::path& imports) {
    SourceMap sources;
    Sink sink;
    Loader loader({imports.string()}, sources, sink);
    std::optional<ast::File> file = loader.load_file(path.string());
    REQUIRE(file);
    const auto program = loader.load_imports(path.string(), std::move(*file));
    if (program) check(*program, sink);
    REQUIRE_MESSAGE((program && !sink.has_errors()), render_text(sink.sorted(), sources, false));
    return test::model_text(lower(*program, sources));
}

TEST_CASE("models of small policies") {
    for (const auto& input : test::golden_inputs(folder / "good")) {
        CAPTURE(input);
        CHECK(test::compare_golden(input, ".model", dumped(input, folder / "imports")) == "");
    }
    CHECK(test::leftover_expectations(folder / "good", ".model").empty());
}

TEST_CASE("the model of the first policy") {
    const std::string dump = dumped(root / "policies/qalsody.pol", root / "policies");
    CHECK(test::compare_golden(folder / "qalsody.pol", ".model", dump) == "");
}

TEST_CASE("lowering twice gives the same model") {
    for (const auto& input : test::golden_inputs(folder / "good"))
        CHECK(dumped(input, folder / "imports") == dumped(input, folder / "imports"));
}

}  // namespace
}  // namespace pol
