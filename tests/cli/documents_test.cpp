#include "pol/words.hpp"
#include "tests/cli/support/command.hpp"
#include "tests/cli/support/document.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

const fs::path repository = POL_SOURCE_DIR;
const fs::path build = POL_BUILD_DIR;

/// A command line as a reader types it in `folder`, the programs being on the search path.
CommandResult run_in(const fs::path& folder, const std::string& line) {
    const std::string path =
        fs::path(POL_PROGRAM).parent_path().string() + ":" + (build / "examples/adjudicate").string();
    return run("cd " + shell_word(folder.string()) + " && PATH=" + shell_word(path) + ":\"$PATH\" && { " + line +
               "; } 2>&1");
}

std::vector<DocumentBlock> blocks_of(const std::string& page) { return document_blocks(read_text(repository / page)); }

/// Writes the files that a page shows (blocks with a file's name behind the language) into a folder.
void write_shown_files(const std::string& page, const ScratchFolder& folder) {
    for (const DocumentBlock& block : blocks_of(page))
        if (!block.label.empty() && block.label.find('/') == std::string::npos) folder.write(block.label, block.text);
}

/// The files that a page shows in pieces, each joined from its blocks in their order.
std::map<std::string, std::string> files_in_pieces(const std::string& page) {
    std::map<std::string, std::string> files;
    for (const DocumentBlock& block : blocks_of(page))
        if (block.language == "pol") files[block.label] += (files[block.label].empty() ? "" : "\n") + block.text;
    return files;
}

/// Runs the commands that a page shows with what they print, in a folder; how many there are.
int check_shown_commands(const std::string& page, const ScratchFolder& folder) {
    int count = 0;
    for (const DocumentBlock& block : blocks_of(page)) {
        if (block.language != "console") continue;
        for (const ShownCommand& command : shown_commands(block.text)) {
            INFO(page << ": " << command.line);
            CHECK(difference(command.output, run_in(folder.path(), command.line).output) == "");
            ++count;
        }
    }
    return count;
}

/// What the folder's CMake project prints when it is built on this build tree; tests/install has installed ones.
CommandResult build_on_this_tree(const ScratchFolder& folder) {
    return run_in(folder.path(), "cmake -S . -B build -G Ninja -Dpol_DIR=" + shell_word(build.string()) +
                                     " -DCMAKE_CXX_COMPILER=" + POL_CXX_COMPILER +
                                     " && cmake --build build && build/service");
}

}  // namespace

TEST_CASE("the commands of the README and of the tutorial print what these say") {
    for (const std::string page : {"README.md", "docs/authors.md"}) {
        const ScratchFolder folder;
        write_shown_files(page, folder);
        CHECK(check_shown_commands(page, folder) >= 3);
    }
}

TEST_CASE("the page on diff prints what diff says of the policy of the README") {
    const ScratchFolder folder;
    write_shown_files("README.md", folder);
    CHECK(check_shown_commands("docs/diff.md", folder) == 2);
}

TEST_CASE("the README shows the example it names, and the example runs") {
    for (const DocumentBlock& block : blocks_of("README.md"))
        if (block.label.starts_with("examples/"))
            CHECK(difference(read_text(repository / block.label), block.text) == "");
    const CommandResult result = run(shell_word(POL_ONE_REQUEST));
    CHECK(result.exit_code == 0);
    CHECK(result.output ==
          "please answer: Does the patient have a tracheostomy?\n"
          "please answer: Is there a tracheostomy that serves only to prevent aspiration?\n"
          "approved for 8 doses, without a tracheostomy (MMC.5)\n");
}

TEST_CASE("the page on batches shows the example it names, and the example runs") {
    for (const DocumentBlock& block : blocks_of("docs/batch.md"))
        if (block.label.starts_with("examples/"))
            CHECK(difference(read_text(repository / block.label), block.text) == "");
    const CommandResult result = run(shell_word(POL_BATCH_EXAMPLE));
    CHECK(result.exit_code == 0);
    CHECK(result.output ==
          "row 0: needs information\n"
          "row 1: needs information, a denial whatever is answered\n"
          "row 2: does not apply\n"
          "row 0 has 14 questions\n");
}

TEST_CASE("the command of the page on batches that compares engines runs, or says what it lacks") {
    int count = 0;
    for (const DocumentBlock& block : blocks_of("docs/batch.md")) {
        if (block.language != "sh") continue;
        for (std::string line : lines_of(block.text)) {
            if (line.find("compare_engines.py") == std::string::npos) continue;
            // Few requests, one engine: tests/arrow has them all.
            line.replace(line.find(" build 1000000"), std::string::npos,
                         " " + shell_word(build.string()) + " 10 python");
            const CommandResult result = run_in(repository, line);
            const bool is_alike =
                result.exit_code == 0 && result.output.find("python: 10 of 10 alike") != std::string::npos;
            const bool is_skipped =
                result.exit_code == 77 && result.output.find("python: skipped") != std::string::npos;
            CHECK_MESSAGE((is_alike || is_skipped), result.output);
            ++count;
        }
    }
    CHECK(count == 1);
}

TEST_CASE("a comparison of engines in a build without tests says what it takes") {
    const ScratchFolder folder;
    const CommandResult result =
        run_in(repository, "python3 tests/arrow/compare_engines.py " + shell_word(folder.path().string()) + " 10");
    CHECK(result.exit_code == 2);
    CHECK_MESSAGE(result.output.ends_with("takes a build with -DBUILD_TESTING=ON, as ./dev test makes\n"),
                  result.output);
}

TEST_CASE("the commands of the page on batches name every example, and a library that the build makes") {
    std::string commands;
    for (const DocumentBlock& block : blocks_of("docs/batch.md"))
        if (block.language == "sh") commands += block.text;
    for (const std::string script :
         {"python/decide.py", "python/decide_claims.py", "duckdb/decide.py", "pyspark/decide.py"}) {
        CHECK(fs::exists(repository / "examples" / script));
        const std::string line = "python3 examples/" + script + " build/examples/libplan_arrow.so\n";
        CHECK_MESSAGE(commands.find(line) != std::string::npos, script);
    }
    CHECK(fs::exists(build / "examples/libplan_arrow.so"));
}

TEST_CASE("the page on batches spells every outcome as columns have it") {
    const std::string page = read_text(repository / "docs/batch.md");
    for (int outcome = 0; outcome < pol::outcome_count; ++outcome) {
        std::string word(pol::words_of(static_cast<pol::Outcome>(outcome)));
        std::replace(word.begin(), word.end(), ' ', '_');
        CHECK_MESSAGE(page.find("`" + word + "`") != std::string::npos, word);
    }
}

TEST_CASE("the page on the registry shows the examples it names, which run, and what its commands print") {
    for (const DocumentBlock& block : blocks_of("docs/registry.md"))
        if (block.label.starts_with("examples/"))
            CHECK(difference(read_text(repository / block.label), block.text) == "");
    const CommandResult result = run(shell_word(POL_REGISTRY_EXAMPLE));
    CHECK(result.exit_code == 0);
    CHECK(result.output ==
          "PHARMACY-127: `sod1_mutation` has no value `confirmd`; did you mean `confirmed`?\n"
          "PHARMACY-127: needs information\n");
    const CommandResult no_code = run(shell_word(POL_REGISTRY_EXAMPLE) + " J130");
    CHECK(no_code.exit_code == 2);
    CHECK(no_code.errors == "registry_example: `J130` is no HCPCS code\n");
    const CommandResult by_name = run(shell_word(POL_BY_NAME_EXAMPLE));
    CHECK(by_name.exit_code == 0);
    CHECK(by_name.output ==
          "`tsat` takes a number in % and the day of it\n"
          "needs information\n"
          "  Is the anemia to be corrected at once, in place of a transfusion?\n");
    const ScratchFolder folder;
    fs::copy_file(repository / "examples/adjudicate/requests.jsonl", folder.path() / "requests.jsonl");
    fs::copy(repository / "policies", folder.path() / "policies");
    write_shown_files("docs/registry.md", folder);
    CHECK(check_shown_commands("docs/registry.md", folder) == 4);
}

TEST_CASE("an example whose output cannot be written says so and ends with 3") {
    for (const fs::path program : {POL_ONE_REQUEST, POL_BATCH_EXAMPLE, POL_BY_NAME_EXAMPLE, POL_REGISTRY_EXAMPLE}) {
        const CommandResult full = run(shell_word(program.string()) + " > /dev/full");
        CHECK(full.exit_code == 3);
        CHECK(full.errors == program.filename().string() + ": cannot write to standard output\n");
    }
    CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("the hash of a policy is what sha256sum makes of its files") {
    const CommandResult hash =
        run_in(repository, "cd policies && sha256sum qalsody.pol ny_plan.pol als.pol | sha256sum");
    const std::string decided = run_in(repository, "echo '{}' | polc decide --format json policies/qalsody.pol").output;
    CHECK(decided.find(hash.output.substr(0, 64)) != std::string::npos);
}

TEST_CASE("another CMake project compiles policies as the README says, and a scenario that fails stops it") {
    const ScratchFolder folder;
    write_shown_files("README.md", folder);
    folder.write("service.cpp", R"(#include <clinic_policies_registry.hpp>
#include <inhaler.hpp>
#include <cstdio>
int main() {
    if (clinic::clinic_policies_registry().find("RX-7").empty()) return 1;
    const clinic::inhaler::Decision decision = clinic::inhaler::decide({});
    if (decision.outcome == pol::Outcome::needs_information)
        std::printf("needs information: %d questions\n", static_cast<int>(decision.question_count));
}
)");
    const CommandResult built = build_on_this_tree(folder);
    CHECK_MESSAGE(built.exit_code == 0, built.output);
    CHECK(built.output.find("needs information: 7 questions") != std::string::npos);

    std::string policy = read_text(folder.path() / "inhaler.pol");
    policy.replace(policy.find("through 2027-06-30"), 18, "through 2027-07-01");
    folder.write("inhaler.pol", policy);
    const CommandResult stopped = build_on_this_tree(folder);
    CHECK(stopped.exit_code != 0);
    CHECK(stopped.output.find("[scenario-fails]") != std::string::npos);
}

TEST_CASE("the policy that the reference shows in pieces is sound, in canonical form, and its scenarios hold") {
    const ScratchFolder folder;
    const std::map<std::string, std::string> files = files_in_pieces("docs/language.md");
    CHECK(files.size() == 3);
    for (const auto& [name, text] : files) folder.write(name, text);
    for (const auto& [name, text] : files)
        CHECK(difference(text, run_in(folder.path(), "polc fmt " + name).output) == "");
    const CommandResult checked = run_in(folder.path(), "polc check airol.pol");
    CHECK_MESSAGE(checked.exit_code == 0, checked.output);
    CHECK(run_in(folder.path(), "polc test airol.pol").output == "airol.pol: 6 scenarios, 0 failed\n");
}

TEST_CASE("the commands that the pages give end well") {
    for (const std::string page :
         {"docs/commands.md", "CONTRIBUTING.md", "examples/adjudicate/README.md", "policies/README.md",
          "docs/performance.md", "docs/grammar.md", "docs/coverage.md", "docs/verify.md", "docs/diff.md"}) {
        for (const DocumentBlock& block : blocks_of(page)) {
            if (block.language != "sh") continue;
            for (const std::string& line : lines_of(block.text)) {
                if (!line.starts_with("polc ") && !line.starts_with("adjudicate ")) continue;
                const CommandResult result = run_in(repository, line);
                CHECK_MESSAGE(result.exit_code == 0, page << ": " << line << "\n" << result.output);
            }
        }
    }
}

TEST_CASE("the version that the pages show is that of this polc") {
    const std::string version = lines_of(run_in(repository, "polc --version").output).front();
    for (const std::string page : {"docs/commands.md", "docs/install.md"})
        CHECK_MESSAGE(read_text(repository / page).find("as in `" + version + "`") != std::string::npos, page);
}

TEST_CASE("the words of ./dev that the pages give are known to it") {
    const std::string usage = run_in(repository, "./dev help").output;
    for (const std::string page : {"README.md", "CONTRIBUTING.md", "docs/performance.md"}) {
        const std::string text = read_text(repository / page);
        for (std::size_t at = text.find("./dev "); at != std::string::npos; at = text.find("./dev ", at + 1)) {
            const std::string word = text.substr(at, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 6) - at);
            CHECK_MESSAGE(usage.find(word) != std::string::npos, page << ": " << word);
        }
    }
}
