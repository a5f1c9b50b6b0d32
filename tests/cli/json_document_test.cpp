#include "tests/cli/support/command.hpp"
#include "tests/cli/support/document.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <vector>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

/// The page breaks lines for its readers; requests and decisions have none.
std::string on_one_line(const std::string& json) {
    std::string line;
    bool is_in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '\\') line += json[i++];
        if (json[i] == '"') is_in_string = !is_in_string;
        if (is_in_string || (json[i] != ' ' && json[i] != '\n')) line += json[i];
    }
    return line;
}

CommandResult decide(const DocumentBlock& request, const std::string& arguments) {
    return run(shell_word(POL_PROGRAM) + " --quiet" + arguments, on_one_line(request.text) + "\n");
}

std::string without_place(const std::string& errors) {
    std::string kept;
    for (std::size_t begin = 0; begin < errors.size();) {
        const std::size_t end = errors.find('\n', begin);
        kept += errors.substr(errors.find("$", begin), end + 1 - errors.find("$", begin));
        begin = end + 1;
    }
    return kept;
}

}  // namespace

TEST_CASE("every example of the page on JSON is what the program reads, writes and says") {
    const DocumentBlock* request = nullptr;
    int decisions = 0;
    int errors = 0;
    const std::vector<DocumentBlock> blocks = document_blocks(read_text(fs::path(POL_SOURCE_DIR) / "docs" / "json.md"));
    for (const DocumentBlock& block : blocks) {
        CAPTURE(block.label);
        CAPTURE(block.text);
        if (block.language == "json" && block.label == "request") {
            request = &block;
            const CommandResult result = decide(block, "");
            CHECK(result.exit_code <= 1);
            continue;
        }
        REQUIRE(request != nullptr);
        if (block.label == "decision --brief") {
            const CommandResult result = decide(*request, " --brief");
            CHECK(result.errors == "");
            CHECK(result.output == on_one_line(block.text) + "\n");
            ++decisions;
        } else if (block.label == "decision part") {
            const CommandResult result = decide(*request, "");
            CHECK(result.output.find(on_one_line(block.text)) != std::string::npos);
            ++decisions;
        } else if (block.language != "cpp") {
            REQUIRE(block.label == "errors");
            CHECK(without_place(decide(*request, "").errors) == block.text);
            ++errors;
        }
    }
    CHECK(decisions >= 6);
    CHECK(errors >= 1);
}
