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
fs::path build_in(const Project& project, const Surroundings& place, const std::string& flags) {
    const fs::path folder = project.file(place.folder);
    fs::create_directories(folder.parent_path());
    fs::copy(repository / "examples/consumer", folder, fs::copy_options::recursive);
    const std::string configure =
        POL_CMAKE " -S . -B build " + with("Ninja") + " -DCMAKE_CXX_FLAGS=" + shell_word(flags);
    const CommandResult built = project.run_there(
        "cd " + shell_word(folder.string()) + " && touch -d '2001-02-03 + " + std::to_string(place.folder.size()) +
        " days' *.pol && export " + place.variables + " && " + configure + " && " POL_CMAKE " --build build");
    REQUIRE_MESSAGE(built.exit_code == 0, built.output);
    return folder / "build";
}

void check_same(const fs::path& one, const fs::path& other, const std::string& file) {
    CHECK_MESSAGE(read_text(one / file) == read_text(other / file), file);
}

}  // namespace

TEST_CASE("generated code, objects and programs do not tell where, when and in which language they were built") {
    const Project project("tests/install/json_consumer");
    const fs::path one = build_in(project, here, "-O2");
    const fs::path other = build_in(project, there, "-O2");
    for (const char* file : {"clinic_policies/inhaler.hpp", "clinic_policies/inhaler.cpp", "service",
                             "CMakeFiles/service.dir/service.cpp.o",
                             "CMakeFiles/clinic_policies.dir/clinic_policies/inhaler.cpp.o", "libclinic_policies.a"})
        check_same(one, other, file);
    CHECK(!has(read_text(one / "clinic_policies/inhaler.cpp"), project.file("").string()));
}
