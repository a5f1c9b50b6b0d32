#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pol {

/// An option of a command, or a word that it takes.
struct OptionEntry {
    /// `-o`, `--output-dir`; none for a word that stands by itself.
    std::vector<std::string> names;
    /// What is given: `FILE`, `DIR`, `CODE`; empty for an option that is only there or not.
    std::string value;
    /// The only values there are, if there are only some.
    std::vector<std::string> choices;
    std::string description;
    bool required = false;
    bool repeatable = false;
};

struct CommandEntry {
    std::string name;
    std::string description;
    std::vector<OptionEntry> options;
};

/// What can be typed: the one source of completions and of the manual. Read from what parses the command line, so that
/// neither can know anything else.
struct CommandTable {
    std::string name;
    std::string description;
    /// Options without a command: help and version.
    std::vector<OptionEntry> options;
    std::vector<CommandEntry> commands;
};

[[nodiscard]] CommandTable command_table(const CLI::App& app);

}  // namespace pol
