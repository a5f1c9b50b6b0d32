#include "tests/cli/support/command.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <vector>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

/// A fenced block of a page: what stands behind the fence, and the lines up to the next fence.
struct Block {
    std::string label;
    std::string text;
};

std::vector<Block> blocks_of(const std::string& page) {
    constexpr std::string_view fence = "\n```";
    std::vector<Block> blocks;
    for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
        const std::size_t label = at + fence.size();
        const std::size_t begin = page.find('\n', label) + 1;
        const std::size_t end = page.find(fence, begin - 1);
        REQUIRE(end != std::string::npos);
        blocks.push_back({page.substr(label, begin - 1 - label), page.substr(begin, end + 1 - begin)});
        at = end + fence.size();
    }
    return blocks;
}

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

CommandResult decide(const Block& request, const std::string& arguments) {
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
    const Block* request = nullptr;
    int decisions = 0;
    int errors = 0;
    const std::vector<Block> blocks = blocks_of(read_text(fs::path(POL_SOURCE_DIR) / "docs" / "json.md"));
    for (const Block& block : blocks) {
        CAPTURE(block.label);
        CAPTURE(block.text);
        if (block.label == "json request") {
            request = &block;
            const CommandResult result = decide(block, "");
            CHECK(result.exit_code <= 1);
            continue;
        }
        REQUIRE(request != nullptr);
        if (block.label == "json decision --brief") {
            const CommandResult result = decide(*request, " --brief");
            CHECK(result.errors == "");
            CHECK(result.output == on_one_line(block.text) + "\n");
            ++decisions;
        } else if (block.label == "json decision part") {
            const CommandResult result = decide(*request, "");
            CHECK(result.output.find(on_one_line(block.text)) != std::string::npos);
            ++decisions;
        } else if (block.label != "cpp") {
            REQUIRE(block.label == "text errors");
            CHECK(without_place(decide(*request, "").errors) == block.text);
            ++errors;
        }
    }
    CHECK(decisions >= 6);
    CHECK(errors >= 1);
}
