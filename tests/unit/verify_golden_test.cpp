// Golden tests of `polc verify`: what is found between a policy and each document below tests/golden/verify. A folder
// has the name of its policy, which lies in it or in policies/.

#include "tests/support/golden.hpp"
#include "tests/support/verified.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace pol::test;

namespace {

const std::filesystem::path folder = "tests/golden/verify";

std::string policy_for(const std::filesystem::path& document) {
    const std::string name = document.parent_path().filename().string() + ".pol";
    const std::filesystem::path beside = document.parent_path() / name;
    return std::filesystem::exists(beside) ? beside.string() : "policies/" + name;
}

}  // namespace

TEST_CASE("findings between a policy and its document are those beside the document") {
    std::filesystem::current_path(POL_SOURCE_DIR);
    for (const std::filesystem::path& document : golden_inputs(folder, ".txt")) {
        CAPTURE(document.string());
        const std::string difference =
            compare_golden(document, ".err", verify_report(policy_for(document), document.string()));
        CHECK_MESSAGE(difference.empty(), difference);
    }
}

TEST_CASE("documents that agree have no findings, and every expectation has its document") {
    std::filesystem::current_path(POL_SOURCE_DIR);
    for (const char* quiet : {"qalsody/stand_in.txt", "gannet/agrees.txt"})
        CHECK(verify_report(policy_for(folder / quiet), (folder / quiet).string()) == "");
    CHECK(leftover_expectations(folder, ".err", ".txt").empty());
}
