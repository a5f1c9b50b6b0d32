#pragma once

#include "tests/support/scratch_folder.hpp"

#include <string>
#include <string_view>

namespace pol::test {

/// How a program ended and what it said.
struct CommandResult {
    int exit_code = -1;
    std::string output;
    std::string errors;
};

/// Runs a command line of the shell with `input` on its standard input. `line` may redirect its streams; what it
/// redirects is then missing from the result.
[[nodiscard]] CommandResult run(const std::string& line, std::string_view input = {});

/// Decisions with `…` for the hashes of their policies, which change with every byte of these.
[[nodiscard]] std::string without_hashes(std::string decisions);

}  // namespace pol::test
