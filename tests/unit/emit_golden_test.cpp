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

pol::model::Policy load(const std::filesystem::path& input) {
    pol::Run run({(folder / "imports").string()});
    std::optional<pol::model::Policy> policy = pol::build_model(run, input.string());
    REQUIRE_MESSAGE(policy.has_value(), input.string());
    return *std::move(policy);
}
pol::EmitOptions options_of(const std::filesystem::path& input) {
    return {.enclosing_namespace = "plan::drugs", .base_name = input.stem().string()};
}

TEST_CASE("generated headers and sources are as the golden files beside the policies show them") {
    for (const char* name : {"coded.pol", "gauge.pol", "mill.pol", "small.pol", "tally.pol"}) {
        CAPTURE(name);
        const pol::GeneratedCode code = pol::emit(load(folder / name), options_of(name));
        CHECK(pol::test::compare_golden(folder / name, ".hpp", code.header) == "");
        CHECK(pol::test::compare_golden(folder / name, ".cpp", code.source) == "");
    }
}

TEST_CASE("so are the batches of policies that planes tell whole and in part, and the C functions") {
    for (const char* name : {"gauge.pol", "small.pol", "tally.pol"}) {
        CAPTURE(name);
        const pol::GeneratedCode batch = pol::emit_batch(load(folder / name), options_of(name));
        CHECK(pol::test::compare_golden(folder / name, ".batch.hpp", batch.header) == "");
        CHECK(pol::test::compare_golden(folder / name, ".batch.cpp", batch.source) == "");
    }
    const pol::GeneratedCode arrow = pol::emit_arrow(load(folder / "small.pol"), options_of("small.pol"));
    CHECK(pol::test::compare_golden(folder / "small.pol", ".arrow.h", arrow.header) == "");
    CHECK(pol::test::compare_golden(folder / "small.pol", ".arrow.cpp", arrow.source) == "");
}

}  // namespace
