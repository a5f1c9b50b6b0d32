// A compiler and a runtime that do not fit together, or no compiler at all, end with a sentence that says what to do.

#include "tests/install/project.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

/// A project that has no use for a C++ compiler before it is told that something is missing.
struct Attempt {
    Project project{"examples/consumer"};
    fs::path own = project.file("prefix");

    Attempt() {
        std::ofstream(project.file("CMakeLists.txt"))
            << "cmake_minimum_required(VERSION 3.23)\nproject(clinic LANGUAGES NONE)\n"
               "find_package(pol ${VERSION} CONFIG REQUIRED ${COMPONENTS})\n"
               "if(TARGET pol::polc)\n  get_target_property(polc pol::polc IMPORTED_LOCATION)\n"
               "  message(STATUS \"polc is ${polc}\")\nendif()\n"
               "pol_add_policies(policies POLICIES inhaler.pol)\n";
        fs::create_directories(own / "lib");
        fs::copy(prefix / "lib/cmake", own / "lib/cmake", fs::copy_options::recursive);
        fs::create_directory(own / "bin");
    }

    /// Puts a polc for another runtime in a place.
    void write_other_polc(const fs::path& path) const {
        std::ofstream(path) << "#!/bin/sh\necho 'polc 9.9.9 (runtime 999)'\n";
        fs::permissions(path, fs::perms::owner_all);
    }

    /// What CMake says, its lines joined as it breaks sentences anywhere.
    [[nodiscard]] std::string says(const std::string& options) const {
        const CommandResult result = project.run_there(
            "PATH=/usr/bin:/bin " POL_CMAKE " -S . -B build -DCMAKE_PREFIX_PATH=" + shell_word(own.string()) + " " +
            options);
        CHECK(result.exit_code != 0);
        std::string words;
        for (const char c : result.output)
            if (c != '\n' && !(c == ' ' && words.ends_with(' ')))
                words += c;
            else if (!words.ends_with(' '))
                words += ' ';
        return words;
    }
};

}  // namespace

TEST_CASE("a policy or a directory that is not there ends the configuration, and so does a program that is no polc") {
    const Attempt attempt;
    fs::copy_file(prefix / "bin/polc", attempt.own / "bin/polc");
    const auto add = [&](const std::string& arguments) {
        std::ofstream(attempt.project.file("CMakeLists.txt"))
            << "cmake_minimum_required(VERSION 3.23)\nproject(clinic LANGUAGES NONE)\n"
               "find_package(pol CONFIG REQUIRED)\npol_add_policies(policies "
            << arguments << ")\n";
    };
    add("POLICIES exhaler.pol");
    CHECK(has(attempt.says(""), "exhaler.pol"));
    CHECK(has(attempt.says(""), "pol_add_policies: there is no policy"));
    add("POLICIES inhaler.pol IMPORT_DIRS nowhere");
    CHECK(has(attempt.says(""), "pol_add_policies: there is no directory"));
    const std::string other = attempt.says("-DPOL_POLC=/bin/true");
    CHECK_MESSAGE(has(other, "/bin/true is no polc, or one that does not run on this machine"), other);
}

TEST_CASE("headers of another runtime refuse generated code with a sentence") {
    const Project project("examples/consumer");
    const fs::path headers = project.file("include");
    fs::copy(prefix / "include", headers, fs::copy_options::recursive);
    std::ofstream(headers / "pol/version.hpp") << "#pragma once\n#define POL_RUNTIME_ABI 999\n";
    const CommandResult compiled = project.run_there(shell_word((prefix / "bin/polc").string()) +
                                                     " compile inhaler.pol && " POL_CXX_COMPILER
                                                     " -std=c++20 -fsyntax-only -I include -x c++ inhaler.hpp");
    CHECK(compiled.exit_code != 0);
    CHECK_MESSAGE(has(compiled.output,
                      "inhaler.pol was compiled for another version of the pol runtime: compile it again with "
                      "the polc of this runtime, or include the runtime of that polc"),
                  compiled.output);
}

TEST_CASE("a package without a polc that runs here says where to get one") {
    const Attempt attempt;
    const std::string said = attempt.says("");
    CHECK_MESSAGE(has(said, "pol_add_policies: no polc was found that runs on this machine"), said);
    CHECK_MESSAGE(has(said, "bin/polc does not exist there is none on PATH"), said);
    CHECK_MESSAGE(has(said, "-DPOL_POLC=<path>"), said);

    std::ofstream(attempt.own / "bin/polc") << "\x7f"
                                               "ELF of another machine";
    fs::permissions(attempt.own / "bin/polc", fs::perms::owner_all);
    CHECK(has(attempt.says(""), "bin/polc is no polc, or one that does not run on this machine"));
}

TEST_CASE("a polc for another runtime is refused, also where it is named, and one that fits is taken") {
    const Attempt attempt;
    attempt.write_other_polc(attempt.own / "bin/polc");
    CHECK(has(attempt.says(""), "bin/polc is for runtime 999"));
    attempt.write_other_polc(attempt.project.file("other"));
    const std::string named = attempt.says("-DPOL_POLC=" + shell_word(attempt.project.file("other").string()));
    CHECK_MESSAGE(has(named, "other is for runtime 999"), named);
    CHECK(!has(named, "bin/polc"));
    const std::string fits = attempt.says("-DPOL_POLC=" + shell_word((prefix / "bin/polc").string()));
    CHECK_MESSAGE(has(fits, "polc is " + (prefix / "bin/polc").string()), fits);
}

TEST_CASE("another version and an unknown component are not found") {
    const Attempt attempt;
    CHECK(has(attempt.says("-DVERSION=0.2"), "compatible with requested version"));
    CHECK(has(attempt.says("-DVERSION=0.0.9"), "compatible with requested version"));
    CHECK(has(attempt.says("-DVERSION= \"-DCOMPONENTS=COMPONENTS;yaml\""),
              "pol has no component `yaml`; the only one is `json`"));
}
