// Two builds of the same sources give the same bytes, wherever, whenever and in whatever language they run.

#include "tests/install/project.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

/// A place and its time: what may not be seen in what is built there.
struct Surroundings {
    std::string folder;
    std::string variables;
};

const Surroundings here{"a", "LC_ALL=C TZ=UTC0 SOURCE_DATE_EPOCH=0"};
const Surroundings there{
    "some where/else",
    "LC_ALL=C.UTF-8 LANGUAGE=de TZ=Pacific/Kiritimati SOURCE_DATE_EPOCH=1900000000 USER=other HOSTNAME=other"};

/// Builds the example for others in such a place; gives the folder of its build.
fs::path build_in(const Project& project, const Surroundings& place) {
    const fs::path folder = project.file(place.folder);
    fs::create_directories(folder.parent_path());
    fs::copy(repository / "examples/consumer", folder, fs::copy_options::recursive);
    const std::string configure = POL_CMAKE " -S . -B build " + with("Ninja") + " -DCMAKE_CXX_FLAGS=" + "-O2";
    const CommandResult built = project.run_there(
        "cd " + shell_word(folder.string()) + " && touch -d '2001-02-03 + " + std::to_string(place.folder.size()) +
        " days' *.pol && export " + place.variables + " && " + configure + " && " POL_CMAKE " --build build");
    REQUIRE_MESSAGE(built.exit_code == 0, built.output);
    return folder / "build";
}

/// What of a build is compared.
const std::vector<std::string> outputs = {"clinic_policies/inhaler.hpp",
                                          "clinic_policies/inhaler.cpp",
                                          "CMakeFiles/clinic_policies.dir/clinic_policies/inhaler.cpp.o",
                                          "CMakeFiles/service.dir/service.cpp.o",
                                          "libclinic_policies.a",
                                          "service"};

}  // namespace

TEST_CASE("generated code, objects and programs do not tell where, when and in which language they were built") {
    const Project project("examples/consumer");
    const fs::path one = build_in(project, here);
    const fs::path other = build_in(project, there);
    for (const std::string& file : outputs) CHECK_MESSAGE(read_text(one / file) == read_text(other / file), file);
    CHECK(!has(read_text(one / "service"), project.file("").string()));
}
