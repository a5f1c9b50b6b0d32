// What is installed, and projects of others that use it as the README says.

#include "tests/cli/support/document.hpp"
#include "tests/install/project.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <regex>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

/// The command that builds a project by its Makefile on an installed pol.
std::string make_with(const fs::path& installed) {
    return "PKG_CONFIG_PATH=" + shell_word((installed / "lib/pkgconfig").string()) +
           " make CXX=" + shell_word(POL_CXX_COMPILER);
}

/// A file of another version, older than all that was built with this one.
void replace_by_older(const fs::path& file) {
    std::ofstream(file, std::ios::binary | std::ios::app) << "// another version\n";
    fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(24 * 365));
}

}  // namespace

TEST_CASE("the prefix has the compiler, the packages and every header, and nothing of this build tree's paths") {
    std::string files;
    for (const std::string& file : files_below(prefix)) {
        if (is_listed(file)) files += file + "\n";
        if (file.ends_with(".cmake") || file.ends_with(".pc"))
            CHECK_MESSAGE(!has(read_text(prefix / file), POL_BUILD_DIR), file);
    }
    CHECK(compare_golden(repository / "tests/install/prefix", ".txt", files) == "");
    for (const char* headers : {"runtime/include", "runtime/json/include", "runtime/arrow/include"})
        for (const std::string& header : files_below(repository / headers))
            CHECK_MESSAGE(fs::exists(prefix / "include" / header), header);
}

TEST_CASE("the example for others builds with CMake") {
    for (const std::string generator : {"Ninja", "Unix Makefiles"}) {
        const Project project("examples/consumer");
        project.make(with(generator));
        CHECK(project.run_there("build/service").output == consumer_output);
        const CommandResult full = project.run_there("build/service 2>&1 > /dev/full");
        CHECK(full.exit_code == 3);
        CHECK(full.output == "service: cannot write to standard output\n");
    }
    CHECK(has(read_text(repository / "examples/consumer/README.md"), consumer_output));
}

TEST_CASE("the example for others builds with Make and pkg-config alone") {
    if (!is_there("pkg-config") || !is_there("make")) return skip("make pkg-config");
    const Project project("examples/consumer");
    const std::string make = make_with(prefix);
    const CommandResult made = project.run_there(make + " && ./service");
    CHECK_MESSAGE(made.output.ends_with(consumer_output), made.output);
    CHECK(has(project.run_there(make).output, "up to date"));
    project.edit("clinic_plan.pol", "Clinic plan", "Clinic plans");
    CHECK(has(project.run_there(make).output, "polc compile inhaler.pol"));
    CHECK(has(project.run_there(make).output, "up to date"));
    fs::rename(project.file("asthma.pol"), project.file("wheeze.pol"));
    project.edit("wheeze.pol", "facts asthma", "facts wheeze");
    project.edit("inhaler.pol", "facts    asthma", "facts    wheeze");
    CHECK(has(project.run_there(make).output, "polc compile inhaler.pol"));
    CHECK(has(project.run_there(make).output, "up to date"));
}

TEST_CASE("Make builds again what another pol has built, also where the files of the new one are older") {
    if (!is_there("pkg-config") || !is_there("make")) return skip("make pkg-config");
    const Project project("examples/consumer");
    const fs::path installed = project.file("prefix");
    fs::create_directories(installed / "lib");
    for (const char* folder : {"bin", "include", "lib/pkgconfig"})
        fs::copy(prefix / folder, installed / folder, fs::copy_options::recursive);
    const std::string make = make_with(installed);
    REQUIRE(project.run_there(make).exit_code == 0);
    for (const char* file : {"include/pol/version.hpp", "include/pol/engine.hpp", "bin/polc"}) {
        replace_by_older(installed / file);
        const CommandResult made = project.run_there(make);
        for (const char* step :
             {"polc compile inhaler.pol", "-o service.o", "-o engine.o", "-fsyntax-only", "-o service "})
            CHECK_MESSAGE(has(made.output, step), file << ": " << made.output);
        CHECK(has(project.run_there(make).output, "up to date"));
    }
}

TEST_CASE("Make builds again what includes a changed header of the project, and cleans up what it has made") {
    if (!is_there("pkg-config") || !is_there("make")) return skip("make pkg-config");
    const Project project("examples/consumer");
    project.edit("service.cpp", "#include <inhaler.hpp>", "#include \"own.hpp\"\n#include <inhaler.hpp>");
    std::ofstream(project.file("own.hpp")) << "#pragma once\n";
    const std::vector<std::string> files = files_below(project.file(""));
    const std::string make = make_with(prefix);
    REQUIRE(project.run_there(make).exit_code == 0);
    const std::string made = project.run_there("touch own.hpp && " + make).output;
    CHECK_MESSAGE((has(made, "-o service.o") && !has(made, "-o engine.o")), made);
    CHECK(project.run_there(make + " clean").exit_code == 0);
    CHECK(files_below(project.file("")) == files);
}

TEST_CASE("what the installed pages point to is installed") {
    const std::regex link("\\]\\(([^):#]+)(#[^)]*)?\\)");
    const fs::path pages = prefix / "share/doc/pol";
    int checked = 0;
    for (const std::string& file : files_below(pages)) {
        if (!file.ends_with(".md")) continue;
        const std::string text = read_text(pages / file);
        for (std::sregex_iterator each(text.begin(), text.end(), link), end; each != end; ++each, ++checked) {
            const fs::path target = (pages / file).parent_path() / (*each)[1].str();
            CHECK_MESSAGE(fs::exists(target), file, " points to ", (*each)[1].str());
        }
    }
    CHECK(checked > 50);
}

TEST_CASE("a source that does not decide as its scenarios say does not pass their proof") {
    if (!is_there("pkg-config") || !is_there("make")) return skip("make pkg-config");
    const Project project("examples/consumer");
    const std::string make = make_with(prefix) + " ";
    CHECK(project.run_there(make + "inhaler.o inhaler.proved").exit_code == 0);
    project.edit("inhaler.cpp", "Evidence::documented, Severity::severe", "Evidence::documented, Severity::mild");
    // Files that are written one right after the other may have one time.
    CHECK(project.run_there("rm inhaler.o inhaler.proved; " + make + "inhaler.o").exit_code == 0);
    const CommandResult proof = project.run_there(make + "inhaler.proved");
    CHECK(proof.exit_code != 0);
    CHECK_MESSAGE(has(proof.output, "scenario `a severe case` does not come out as written"), proof.output);
}

TEST_CASE("batches as Arrow arrays build with pkg-config alone") {
    if (!is_there("pkg-config")) return skip("pkg-config");
    const Project project("examples/consumer");
    const CommandResult made =
        project.run_there("export PKG_CONFIG_PATH=" + shell_word((prefix / "lib/pkgconfig").string()) +
                          "\n$(pkg-config --variable=polc pol) compile --arrow inhaler.pol\n"
                          "printf '#include <inhaler_arrow.h>\\n#include <cstdio>\\n"
                          "int main() { std::puts(pol_inhaler_identity()); }\\n' > identity.cpp\n" +
                          shell_word(POL_CXX_COMPILER) +
                          " -std=c++20 -I. identity.cpp inhaler.cpp inhaler_batch.cpp inhaler_arrow.cpp"
                          " $(pkg-config --cflags --libs pol-arrow) -o identity && ./identity");
    CHECK_MESSAGE(has(made.output, R"("policy":)"), made.output);
}

TEST_CASE("the component json reads requests and writes decisions") {
    const Project project("examples/consumer");
    for (const std::string& file : files_below(repository / "tests/install/json_consumer"))
        fs::copy(repository / "tests/install/json_consumer" / file, project.file(file),
                 fs::copy_options::overwrite_existing);
    project.make(with("Ninja") + " -DCMAKE_CXX_FLAGS=" + shell_word(POL_CXX_FLAGS));
    const CommandResult decided = project.run_there(R"(echo '{"line_of_business": "medicare"}' | build/service)");
    CHECK_MESSAGE(has(decided.output, "DOES NOT APPLY"), decided.output);
    const CommandResult refused = project.run_there(R"(echo '{"line_of_business": "vision"}' | build/service)");
    CHECK_MESSAGE(has(refused.output, "$.line_of_business: must be one of"), refused.output);
    const CommandResult full = project.run_there("echo '{}' | build/service 2>&1 > /dev/full");
    CHECK(full.exit_code == 3);
    CHECK(full.output == "service: cannot write to standard output\n");
}

TEST_CASE("the README shows the example for others as it is") {
    for (const DocumentBlock& block : document_blocks(read_text(repository / "README.md"))) {
        const fs::path file = repository / "examples/consumer" / block.label;
        if (block.label.empty() || !fs::exists(file)) continue;
        CHECK_MESSAGE(difference(read_text(file), block.text) == "", block.label);
    }
}
