// Every finding that the compiler can make is shown in full by some golden.

#include "compiler/diagnostics/catalogue.hpp"

#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace pol;

namespace {

/// All expected findings of the repository.
std::string expected_findings() {
    std::string text;
    for (const char* folder : {"tests/golden", "tests/cli"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(POL_SOURCE_DIR) / folder))
            if (entry.path().extension() == ".err") text += test::read_text(entry.path());
    return text;
}

}  // namespace

TEST_CASE("every code of the catalogue has a golden") {
    const std::string findings = expected_findings();
    for (const CatalogueEntry& entry : catalogue()) {
        const std::string ending = " [" + std::string(entry.slug) + "]\n";
        CHECK_MESSAGE(findings.find(ending) != std::string::npos, entry.slug << " is in no .err file");
    }
}
