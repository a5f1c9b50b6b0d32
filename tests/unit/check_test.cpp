// Golden tests of the checks: what is found in each policy, plan or facts file below tests/golden/check.

#include "compiler/check/check.hpp"

#include "compiler/diagnostics/render.hpp"
#include "compiler/driver/load.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace pol;

namespace {

const std::filesystem::path folder = "tests/golden/check";

struct Checked {
    std::string findings;
    bool has_errors = false;
};

/// What is found in a file; paths in findings start at the repository's root.
Checked check_at(const std::filesystem::path& path) {
    SourceMap sources;
    Sink sink;
    Loader loader({(folder / "library").string()}, sources, sink);
    std::optional<ast::File> file = loader.load_file(path.string());
    if (file && !std::holds_alternative<ast::Policy>(file->declared)) {
        check_file(*file, sink);
    } else if (file) {
        const std::optional<ast::Program> program = loader.load_imports(path.string(), std::move(*file));
        if (program) check(*program, sink);
    }
    return {render_text(sink.sorted(), sources, false), sink.has_errors()};
}

bool is_below(const std::filesystem::path& path, const char* name) { return path.parent_path().filename() == name; }

}  // namespace

TEST_CASE("findings of the checks are those beside their files") {
    std::filesystem::current_path(POL_SOURCE_DIR);
    for (const std::filesystem::path& path : test::golden_inputs(folder)) {
        CAPTURE(path.string());
        const Checked checked = check_at(path);
        const std::string difference = test::compare_golden(path, ".err", checked.findings);
        CHECK_MESSAGE(difference.empty(), difference);
        if (is_below(path, "good")) CHECK_FALSE(checked.has_errors);
        if (is_below(path, "bad")) CHECK_FALSE(checked.findings.empty());
    }
}

TEST_CASE("every expectation of the checks has its file") {
    std::filesystem::current_path(POL_SOURCE_DIR);
    CHECK(test::leftover_expectations(folder, ".err").empty());
}

TEST_CASE("a file asked for twice is read and reported once") {
    std::filesystem::current_path(POL_SOURCE_DIR);
    for (const char* path :
         {"policies/qalsody.pol", "policies/als.pol", "tests/golden/parse/bad/age_without_date.pol"}) {
        CAPTURE(path);
        SourceMap sources;
        Sink sink;
        Loader loader({}, sources, sink);
        const std::optional<ast::File> first = loader.load_file(path);
        const std::size_t findings = sink.sorted().size();
        const std::optional<ast::File> second = loader.load_file(path);
        CHECK(loader.files_read().size() == 1);
        CHECK(sink.sorted().size() == findings);
        REQUIRE(first.has_value() == second.has_value());
        if (first) CHECK(first->file == second->file);
        if (first) CHECK(first->declared.index() == second->declared.index());
    }
}
