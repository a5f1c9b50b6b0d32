// Findings that only the whole program makes: about files and imports, and about what the model shows.

#include "tests/cli/support/command.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace pol::test;

namespace {

const std::filesystem::path folder = std::filesystem::path(POL_SOURCE_DIR) / "tests/golden/program";

/// What `polc WORDS FILE` says of a file named as seen from its folder, so that no path of this machine is in it.
CommandResult polc_in(const std::filesystem::path& place, const std::string& words, const std::string& file) {
    return run("cd " + shell_word(place.string()) + " && " + shell_word(POL_PROGRAM) + " " + words + " -I " +
               shell_word((folder / "imports").string()) + " " + shell_word(file));
}

}  // namespace

TEST_CASE("what is wrong between files, and what the model shows, is found at its place") {
    for (const std::filesystem::path& file : golden_inputs(folder)) {
        if (file.parent_path() != folder) continue;
        CAPTURE(file);
        const CommandResult checked = polc_in(folder, "check", file.filename().string());
        CHECK(checked.exit_code == 1);
        CHECK(compare_golden(file, ".err", checked.errors) == "");
    }
}

TEST_CASE("a file that is not there cannot be read") {
    const CommandResult checked = polc_in(folder, "check", "nowhere.pol");
    CHECK(checked.exit_code == 3);
    CHECK(compare_golden(folder / "run" / "nowhere.pol", ".err", checked.errors) == "");
}

TEST_CASE("what cannot be written says where and why") {
    const std::string policy = shell_word((folder / "run" / "failing_scenario.pol").string());
    const CommandResult printed = run(shell_word(POL_PROGRAM) + " fmt " + policy + " > /dev/full");
    CHECK(printed.exit_code == 3);
    CHECK(compare_golden(folder / "run" / "full_disk.pol", ".err", printed.errors) == "");
}

TEST_CASE("a share below its threshold is a finding of the policy, to people and to machines") {
    const CommandResult few = polc_in(folder / "run", "test --min-mutation 100", "few_scenarios.pol");
    CHECK(few.exit_code == 1);
    CHECK(compare_golden(folder / "run" / "few_scenarios.pol", ".err", few.errors) == "");
    const CommandResult log = polc_in(folder / "run", "test --format sarif --min-mutation 100", "few_scenarios.pol");
    CHECK(log.exit_code == 1);
    CHECK(log.errors.starts_with("{"));
    CHECK(log.errors.find("\"exitCode\": 1") != std::string::npos);
}

TEST_CASE("a file larger than any policy is refused") {
    const ScratchFolder scratch;
    scratch.write("large.pol", std::string(4U * 1024U * 1024U + 1, '\n'));
    const CommandResult checked = polc_in(scratch.path(), "check", "large.pol");
    CHECK(checked.exit_code == 1);
    CHECK(compare_golden(folder / "run" / "large.pol", ".err", checked.errors) == "");
}

TEST_CASE("a policy whose scenario fails is not compiled") {
    const ScratchFolder scratch;
    const CommandResult compiled =
        polc_in(folder / "run", "compile -o " + shell_word(scratch.path().string()), "failing_scenario.pol");
    CHECK(compiled.exit_code == 1);
    CHECK(compare_golden(folder / "run" / "failing_scenario.pol", ".err", compiled.errors) == "");
    CHECK(std::filesystem::is_empty(scratch.path()));
}
