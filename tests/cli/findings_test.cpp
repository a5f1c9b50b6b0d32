// Findings that only the whole program makes: about files and imports, and about what the model shows.

#include "tests/cli/support/command.hpp"
#include "tests/cli/support/policy_files.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>

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

namespace {

const std::filesystem::path series = folder.parent_path() / "series";

/// What `polc check` says of several texts, each named as seen from their folder.
CommandResult check_texts(const std::string& files) {
    return run("cd " + shell_word(series.string()) + " && " + shell_word(POL_PROGRAM) + " check -I " +
               shell_word((folder / "imports").string()) + " " + files);
}

}  // namespace

TEST_CASE("texts of one policy that overlap, leave days out or count by different dates are found at the later one") {
    const std::pair<const char*, const char*> examples[] = {
        {"overlap.pol", "overlap.pol overlap_2025.pol"},
        {"overlap_long.pol", "overlap_long.pol overlap.pol overlap_2025.pol"},
        {"twice.pol", "overlap.pol twice.pol"},
        {"gap.pol", "gap.pol gap_2024.pol gap_2025.pol"},
        {"selection.pol", "selection.pol selection_2025.pol"},
    };
    for (const std::pair<const char*, const char*>& example : examples) {
        CAPTURE(example.second);
        const CommandResult checked = check_texts(example.second);
        CHECK(checked.exit_code == 1);
        CHECK(compare_golden(series / example.first, ".err", checked.errors) == "");
        CHECK(compare_golden(series / example.first, ".out", checked.output) == "");
    }
}

TEST_CASE("texts that meet, a gap that another document fills, and other numbers are sound") {
    for (const char* files : {"joined.pol joined_2025.pol", "referred.pol gap_2024.pol", "overlap.pol other_number.pol",
                              "overlap.pol ./overlap.pol"}) {
        CAPTURE(files);
        const CommandResult checked = check_texts(files);
        CHECK(checked.exit_code == 0);
        CHECK(checked.errors == "");
    }
}

TEST_CASE("a file that is not there cannot be read") {
    const CommandResult checked = polc_in(folder, "check", "nowhere.pol");
    CHECK(checked.exit_code == 3);
    CHECK(compare_golden(folder / "run" / "nowhere.pol", ".err", checked.errors) == "");
}

TEST_CASE("a search directory that is not there cannot be read") {
    const std::string policy = shell_word((folder / "run" / "failing_scenario.pol").string());
    for (const char* command : {"check", "test", "compile", "schema", "decide"}) {
        CAPTURE(command);
        const CommandResult checked = polc_in(folder, std::string(command) + " -I nowhere", policy);
        CHECK(checked.exit_code == 3);
        CHECK(compare_golden(folder / "run" / "no_directory.pol", ".err", checked.errors) == "");
    }
    const CommandResult replayed =
        polc_in(folder, "replay -I nowhere decisions.jsonl --requests requests.jsonl", policy);
    CHECK(replayed.exit_code == 3);
    CHECK(replayed.errors ==
          "nowhere: error: cannot read the directory: no such file or directory [file-not-readable]\n");
    CHECK(polc_in(folder, "check -I two_outcomes.pol", policy).errors ==
          "two_outcomes.pol:1:1: error: cannot read the directory: not a directory [file-not-readable]\n");
}

TEST_CASE("findings end with their counts, and with the place of an error among warnings") {
    const std::string polc = shell_word(POL_PROGRAM) + " ";
    CHECK(run(polc + "check " + shell_word(std::string(POL_SOURCE_DIR) + "/policies/qalsody.pol"))
              .errors.ends_with("\n28 warnings\n"));
    const ScratchFolder scratch;
    copy_policies(scratch);
    const std::string edited = (scratch.path() / "qalsody.pol").string();
    replace_in(edited, "       diagnosis is als\n", "       diagnosis is alx\n", scratch);
    for (const char* command : {"check ", "compile ", "test "}) {
        CAPTURE(command);
        CHECK(run(polc + command + shell_word(edited))
                  .errors.ends_with("\n1 error, 28 warnings; the error is at " + edited + ":43:21\n"));
    }
    replace_in(edited, "       sod1_mutation is confirmed\n", "       sod1_mutation is sure\n", scratch);
    CHECK(run(polc + "check " + shell_word(edited))
              .errors.ends_with("\n2 errors, 28 warnings; the first error is at " + edited + ":43:21\n"));
}

TEST_CASE("what cannot be written says where and why") {
    const std::string policy = shell_word((folder / "run" / "failing_scenario.pol").string());
    const CommandResult printed = run(shell_word(POL_PROGRAM) + " fmt " + policy + " > /dev/full");
    CHECK(printed.exit_code == 3);
    CHECK(compare_golden(folder / "run" / "full_disk.pol", ".err", printed.errors) == "");
}

TEST_CASE("findings, slips and help that cannot be written are told by the exit code") {
    const std::string policy = shell_word((folder / "two_outcomes.pol").string());
    const std::string imports = " -I " + shell_word((folder / "imports").string());
    for (const std::string& words :
         {"check " + policy + imports, "check --format json " + policy + imports,
          "check --format sarif " + policy + imports, "fmt " + policy + " --check --write",
          std::string("explain weather"), std::string("chekc"), std::string("check --nothing")}) {
        CAPTURE(words);
        CHECK(run(shell_word(POL_PROGRAM) + " " + words + " 2>/dev/full").exit_code == 3);
    }
    for (const char* words : {"--help", "--version", "check --help"}) {
        CAPTURE(words);
        const CommandResult told = run(shell_word(POL_PROGRAM) + " " + words + " >/dev/full");
        CHECK(told.exit_code == 3);
        CHECK(told.errors == "standard output: error: cannot write: no space left on device [file-not-writable]\n");
    }
    CHECK(std::filesystem::is_character_file("/dev/full"));
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

TEST_CASE("batches of a policy whose values do not fit into a column are not compiled, itself it is") {
    const ScratchFolder scratch;
    const std::string compile = "compile -o " + shell_word(scratch.path().string());
    for (const char* batches : {" --batch", " --arrow"}) {
        const CommandResult compiled = polc_in(folder / "run", compile + batches, "many_values.pol");
        CHECK(compiled.exit_code == 1);
        CHECK(compare_golden(folder / "run" / "many_values.pol", ".err", compiled.errors) == "");
        CHECK(std::filesystem::is_empty(scratch.path()));
    }
    CHECK(polc_in(folder / "run", compile, "many_values.pol").exit_code == 0);
}
