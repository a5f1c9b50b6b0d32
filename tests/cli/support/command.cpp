#include "tests/cli/support/command.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace pol::test {

namespace {

[[nodiscard]] std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

CommandResult run(const std::string& line, std::string_view input) {
    const ScratchFolder folder;
    const std::string input_path = folder.write("input", input).string();
    const std::string output_path = (folder.path() / "output").string();
    const std::string errors_path = (folder.path() / "errors").string();
    const std::string shell_line = "{ " + line + "\n} <" + shell_word(input_path) + " >" + shell_word(output_path) +
                                   " 2>" + shell_word(errors_path);
    const int status = std::system(shell_line.c_str());
    REQUIRE(WIFEXITED(status));
    return {WEXITSTATUS(status), bytes_of(output_path), bytes_of(errors_path)};
}

std::string without_hashes(std::string decisions) {
    constexpr std::string_view key = "\"hash\":\"";
    for (std::size_t at = decisions.find(key); at != std::string::npos; at = decisions.find(key, at + 1)) {
        const std::size_t begin = at + key.size();
        decisions.replace(begin, decisions.find('"', begin) - begin, "…");
    }
    return decisions;
}

}  // namespace pol::test
