#pragma once

#include "compiler/driver/command_table.hpp"

#include <string>

namespace pol {

/// What completes the command line of polc in each shell.
[[nodiscard]] std::string bash_completions(const CommandTable& table);
[[nodiscard]] std::string zsh_completions(const CommandTable& table);
[[nodiscard]] std::string fish_completions(const CommandTable& table);

}  // namespace pol
