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

/// Whether a request says itself which policy it is for.
bool is_addressed(const DocumentBlock& request) { return request.label == "request addressed"; }

/// The policy that a request of the page is for, where it is not the one that is compiled into the program.
std::string policy_of(const DocumentBlock& request) {
    constexpr std::string_view label = "request ";
    return request.label.starts_with(label) && !is_addressed(request) ? request.label.substr(label.size()) : "";
}

CommandResult decide(const DocumentBlock& request, const std::string& arguments) {
    return run(shell_word(POL_PROGRAM) + " --quiet" + arguments, on_one_line(request.text) + "\n");
}

CommandResult interpret(const DocumentBlock& request, const std::string& arguments) {
    const fs::path policy = fs::path(POL_SOURCE_DIR) / "policies" / (policy_of(request) + ".pol");
    return run(shell_word(POL_POLC) + " decide" + arguments + ' ' + shell_word(policy.string()),
               on_one_line(request.text));
}

/// The whole decision as JSON, by whichever program knows the policy.
CommandResult decide_in_full(const DocumentBlock& request) {
    return policy_of(request).empty() ? decide(request, "") : interpret(request, " --format json");
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
        if (block.language == "json" && block.label.starts_with("request")) {
            request = &block;
            const CommandResult result = decide_in_full(block);
            CHECK(result.exit_code <= 1);
            continue;
        }
        REQUIRE(request != nullptr);
        if (block.label == "decision --brief") {
            const CommandResult result = decide(*request, " --brief");
            CHECK(result.errors == "");
            CHECK(without_hashes(result.output) == on_one_line(block.text) + "\n");
            ++decisions;
        } else if (block.label == "decision part") {
            const bool is_json = block.language == "json";
            const CommandResult result = is_json ? decide_in_full(*request) : interpret(*request, "");
            CHECK_MESSAGE(result.output.find(is_json ? on_one_line(block.text) : block.text) != std::string::npos,
                          result.output);
            ++decisions;
        } else if (block.language == "cpp") {
            CHECK(block.text == read_text(fs::path(POL_SOURCE_DIR) / block.label));
        } else {
            REQUIRE(block.label == "errors");
            CHECK(without_place(decide_in_full(*request).errors) == block.text);
            ++errors;
        }
    }
    CHECK(decisions >= 9);
    CHECK(errors >= 3);
}
