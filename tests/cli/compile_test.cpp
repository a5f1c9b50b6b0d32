#include "tests/cli/support/command.hpp"
#include "tests/cli/support/policy_files.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>

// What `polc compile` writes, and where it writes nothing.

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

const std::string policies = std::string(POL_SOURCE_DIR) + "/policies";
const std::string qalsody = policies + "/qalsody.pol";

CommandResult polc(const std::string& arguments) { return run(shell_word(POL_PROGRAM) + " " + arguments); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("compile writes nothing when a scenario fails, and says where") {
    const ScratchFolder folder;
    copy_policies(folder);
    replace_in(folder.path() / "qalsody.pol", "doses 8, units 800 J1304", "doses 7, units 800 J1304", folder);
    const CommandResult failed = run("cd " + shell_word(folder.path().string()) + " && " + shell_word(POL_PROGRAM) +
                                     " compile qalsody.pol --depfile qalsody.d");
    CHECK(failed.exit_code == 1);
    CHECK(has(failed.errors, "[scenario-fails]"));
    CHECK_FALSE(fs::exists(folder.path() / "qalsody.hpp"));
    CHECK_FALSE(fs::exists(folder.path() / "qalsody.cpp"));
    CHECK_FALSE(fs::exists(folder.path() / "qalsody.d"));
    CHECK_FALSE(has(failed.errors, "earlier run"));
}

TEST_CASE("compile that fails names the outputs of an earlier run, to people") {
    const ScratchFolder folder;
    copy_policies(folder);
    const std::string begin = "cd " + shell_word(folder.path().string()) + " && " + shell_word(POL_PROGRAM);
    REQUIRE(run(begin + " compile qalsody.pol").exit_code == 0);
    replace_in(folder.path() / "qalsody.pol", "doses 8, units 800 J1304", "doses 7, units 800 J1304", folder);
    CHECK(run(begin + " compile qalsody.pol")
              .errors.ends_with(
                  "\nqalsody.pol: nothing was written; qalsody.hpp, qalsody.cpp are from an earlier run\n"));
    CHECK_FALSE(has(run(begin + " compile qalsody.pol --format json").errors, "earlier run"));
    folder.write("q.summary", "");
    folder.write("q.d", "");
    CHECK(run(begin + " compile qalsody.pol --summary q.summary --depfile ./q.d")
              .errors.ends_with("; qalsody.hpp, qalsody.cpp, q.summary, q.d are from an earlier run\n"));
}

TEST_CASE("compile leaves unchanged outputs alone and lists what they depend on") {
    const ScratchFolder folder;
    const std::string arguments = "compile " + shell_word(qalsody) + " -o " + shell_word(folder.path().string()) +
                                  " --depfile " + shell_word((folder.path() / "q.d").string());
    REQUIRE(polc(arguments).exit_code == 0);
    const auto first = fs::last_write_time(folder.path() / "qalsody.cpp");
    REQUIRE(polc(arguments).exit_code == 0);
    CHECK(fs::last_write_time(folder.path() / "qalsody.cpp") == first);
    const std::string depfile = read_text(folder.path() / "q.d");
    for (const char* name : {"qalsody.hpp", "qalsody.cpp:", "qalsody.pol", "ny_plan.pol", "als.pol"})
        CHECK(has(depfile, name));
    // Make goes on without an import that is gone, not without the policy.
    CHECK(has(depfile, "ny_plan.pol:\n"));
    CHECK(has(depfile, "als.pol:\n"));
    CHECK_FALSE(has(depfile, "qalsody.pol:"));
}

TEST_CASE("a device that is named as an output is written into, never replaced") {
    const ScratchFolder folder;
    const std::string arguments = "compile " + shell_word(qalsody) + " -o " + shell_word(folder.path().string());
    const CommandResult full = polc(arguments + " --depfile /dev/full");
    CHECK(full.exit_code == 3);
    CHECK(has(full.errors, "/dev/full"));
    CHECK(fs::is_character_file("/dev/full"));
    const std::string pipe = shell_word((folder.path() / "pipe").string());
    const std::string compiled = shell_word(POL_PROGRAM) + " " + arguments + " --depfile " + pipe;
    const CommandResult piped = run("mkfifo " + pipe + " && { cat " + pipe + " & } && " + compiled + " && wait");
    CHECK(piped.exit_code == 0);
    CHECK(has(piped.output, "qalsody.cpp: "));
    CHECK(fs::is_fifo(folder.path() / "pipe"));
}

TEST_CASE("compile writes a batch and its C functions where that is asked for") {
    const ScratchFolder folder;
    const std::string arguments = "compile " + shell_word(qalsody) + " -o " + shell_word(folder.path().string());
    const auto has_file = [&](const char* name) { return fs::exists(folder.path() / name); };
    REQUIRE(polc(arguments).exit_code == 0);
    CHECK_FALSE(has_file("qalsody_batch.cpp"));
    REQUIRE(polc(arguments + " --batch").exit_code == 0);
    CHECK(has_file("qalsody_batch.hpp"));
    CHECK(has_file("qalsody_batch.cpp"));
    CHECK_FALSE(has_file("qalsody_arrow.cpp"));
    const std::string depfile = shell_word((folder.path() / "q.d").string());
    REQUIRE(polc(arguments + " --arrow --depfile " + depfile).exit_code == 0);
    CHECK(has_file("qalsody_arrow.h"));
    for (const char* name : {"qalsody.cpp", "qalsody_batch.cpp", "qalsody_arrow.cpp:"})
        CHECK(has(read_text(folder.path() / "q.d"), name));
}

TEST_CASE("compile says which fact does not fit into a batch, and writes nothing") {
    const ScratchFolder folder;
    copy_policies(folder);
    std::string values = "diagnosis              : one of als \"amyotrophic lateral sclerosis\"";
    for (int i = 0; i < 70; ++i) values += ", form_" + std::to_string(i);
    replace_in(folder.path() / "als.pol", "diagnosis              : one of als \"amyotrophic lateral sclerosis\"",
               values, folder);
    const std::string compile =
        "cd " + shell_word(folder.path().string()) + " && " + shell_word(POL_PROGRAM) + " compile qalsody.pol";
    const CommandResult failed = run(compile + " --batch");
    CHECK(failed.exit_code == 1);
    CHECK(has(failed.errors,
              "error: `diagnosis` has 72 values, more than a column of a batch holds [too-many-values-for-batch]\n"));
    CHECK_FALSE(fs::exists(folder.path() / "qalsody.cpp"));
    CHECK(run(compile).exit_code == 0);
}

TEST_CASE("compile gives the same bytes from another directory and locale") {
    const ScratchFolder here;
    const ScratchFolder there;
    copy_policies(there);
    REQUIRE(polc("compile " + shell_word(qalsody) + " -o " + shell_word(here.path().string())).exit_code == 0);
    REQUIRE(run("cd " + shell_word(there.path().string()) + " && LC_ALL=C.UTF-8 TZ=Asia/Tokyo " +
                shell_word(POL_PROGRAM) + " compile qalsody.pol")
                .exit_code == 0);
    for (const char* name : {"qalsody.hpp", "qalsody.cpp"})
        CHECK(read_text(here.path() / name) == read_text(there.path() / name));
}
