#include "tests/cli/support/policy_files.hpp"

#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

namespace fs = std::filesystem;

namespace pol::test {

void copy_policies(const ScratchFolder& folder) {
    for (const char* name : {"qalsody.pol", "ny_plan.pol", "als.pol"})
        fs::copy_file(fs::path(POL_SOURCE_DIR) / "policies" / name, folder.path() / name);
}

void replace_in(const fs::path& file, const std::string& from, const std::string& to, const ScratchFolder& folder) {
    std::string text = read_text(file);
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
    folder.write(file.filename().string(), text);
}

}  // namespace pol::test
