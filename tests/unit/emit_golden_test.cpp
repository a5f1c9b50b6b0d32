#include "compiler/driver/pipeline.hpp"
#include "compiler/emit/emit.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>

namespace {

const std::filesystem::path folder = POL_SOURCE_DIR "/tests/golden/emit";

pol::GeneratedCode generate(const std::filesystem::path& input) {
    pol::Run run({(folder / "imports").string()});
    const std::optional<pol::model::Policy> policy = pol::build_model(run, input.string());
    REQUIRE_MESSAGE(policy.has_value(), input.string());
    return pol::emit(*policy, {.enclosing_namespace = "plan::drugs", .base_name = input.stem().string()});
}

TEST_CASE("generated headers and sources are as the golden files beside the policies show them") {
    for (const char* name : {"coded.pol", "gauge.pol", "mill.pol", "small.pol", "tally.pol"}) {
        CAPTURE(name);
        const pol::GeneratedCode code = generate(folder / name);
        CHECK(pol::test::compare_golden(folder / name, ".hpp", code.header) == "");
        CHECK(pol::test::compare_golden(folder / name, ".cpp", code.source) == "");
    }
}

}  // namespace
