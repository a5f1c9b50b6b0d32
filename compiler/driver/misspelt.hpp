#pragma once

#include <string>

namespace CLI {
class App;
}

namespace pol {

/// What to say where the first word is no command, with the command that may be meant; empty where it is one, or an
/// option.
[[nodiscard]] std::string unknown_command(const CLI::App& polc, const std::string& word);

/// What to say of the first option in a command line that its command does not have, with the one that may be meant;
/// empty where there is none. The command line has been read, with or without success.
[[nodiscard]] std::string unknown_option(const CLI::App& polc);

}  // namespace pol
