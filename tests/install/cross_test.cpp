// pol itself, built for another machine: its polc cannot run here, so another one compiles its policies and writes its
// manual.

#include "tests/install/project.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

using namespace pol::test;

TEST_CASE("pol built for another machine asks for a polc of this one, and uses it") {
    const ScratchFolder folder;
    const std::string toolchain =
        folder.write("toolchain.cmake", "set(CMAKE_SYSTEM_NAME Linux)\nset(CMAKE_SYSTEM_PROCESSOR another)\n").string();
    const std::string build = (folder.path() / "build").string();
    const std::string configure = "PATH=/usr/bin:/bin " POL_CMAKE " -S " + shell_word(repository.string()) + " -B " +
                                  shell_word(build) +
                                  " -G Ninja -DBUILD_TESTING=OFF -DCMAKE_CXX_COMPILER=" + shell_word(POL_CXX_COMPILER) +
                                  " -DCMAKE_TOOLCHAIN_FILE=" + shell_word(toolchain);
    const CommandResult without = run(configure);
    CHECK(without.exit_code != 0);
    CHECK_MESSAGE(has(without.errors, "pol, cross-compiled: no polc was found that runs on this machine"),
                  without.errors);

    const std::string polc = shell_word((prefix / "bin/polc").string());
    const CommandResult made = run(configure + " -DPOL_POLC=" + polc + " && " POL_CMAKE " --build " +
                                   shell_word(build) + " --target polc_documents");
    REQUIRE_MESSAGE(made.exit_code == 0, made.output << made.errors);
    CHECK(read_text(build + "/compiler/documents/polc.1") == run(polc + " man").output);
}
