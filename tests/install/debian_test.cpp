// The package for Debian: made, looked into, unpacked, and used from there.

#include "tests/install/project.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

/// Makes the package in a folder; its file.
fs::path pack(const ScratchFolder& folder) {
    const CommandResult packed = run("cpack -G DEB --config " + shell_word(POL_BUILD_DIR "/CPackConfig.cmake") +
                                     " -B " + shell_word(folder.path().string()));
    REQUIRE_MESSAGE(packed.exit_code == 0, (packed.output + packed.errors));
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path()))
        if (entry.path().extension() == ".deb") return entry.path();
    FAIL("there is no package");
    return {};
}

std::string field(const fs::path& package, const std::string& name) {
    return run("dpkg-deb --field " + shell_word(package.string()) + " " + name).output;
}

}  // namespace

TEST_CASE("the Debian package says what it needs, has its files where Debian looks, and works") {
    if (!is_there("dpkg-shlibdeps") || !is_there("file")) return skip("dpkg-dev file");
    const ScratchFolder folder;
    const fs::path package = pack(folder);
    CHECK(field(package, "Package") == "pol\n");
    for (const char* library : {"libc6 (>= ", "libfmt9 (>= ", "libstdc++6 (>= "})
        CHECK_MESSAGE(has(field(package, "Depends"), library), field(package, "Depends"));
    CHECK(has(field(package, "Recommends"), "cmake (>= 3.23)"));

    const fs::path root = folder.path() / "root";
    REQUIRE(run("dpkg-deb -x " + shell_word(package.string()) + " " + shell_word(root.string())).exit_code == 0);
    std::string files;
    for (const std::string& file : files_below(root))
        if (is_listed(file)) files += file + "\n";
    CHECK(compare_golden(repository / "tests/install/debian", ".txt", files) == "");

    const Project project("examples/consumer");
    project.make(with("Ninja", root / "usr"));
    CHECK(project.run_there("build/service").output == consumer_output);
}
