#include "compiler/driver/misspelt.hpp"

#include "compiler/diagnostics/suggest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace pol {
namespace {

/// `asked` is what was called: `polc`, `polc check`.
std::string sentence(const std::string& asked, const char* what, const std::string& word,
                     const std::vector<std::string>& known) {
    const std::string meant = did_you_mean(word, known);
    return fmt::format("{}: there is no {} `{}`; {}\n", asked, what, word,
                       meant.empty() ? fmt::format("see `{} --help`", asked) : meant);
}

/// Those of one letter are left out: each of them is near to every other.
std::vector<std::string> long_options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// `--` is none: behind it stand no options.
std::string unknown_option(const CLI::App& command, const std::string& asked) {
    for (const std::string& word : command.remaining()) {
        if (word == "--") break;
        if (word.starts_with('-'))
            return sentence(asked, "option", word.substr(0, word.find('=')), long_options_of(command));
    }
    return {};
}

}  // namespace

std::string unknown_command(const CLI::App& polc, const std::string& word) {
    std::vector<std::string> commands;
    for (const CLI::App* command : polc.get_subcommands({})) commands.push_back(command->get_name());
    const bool is_known = std::find(commands.begin(), commands.end(), word) != commands.end();
    return is_known || word.starts_with('-') ? std::string() : sentence(polc.get_name(), "command", word, commands);
}

std::string unknown_option(const CLI::App& polc) {
    std::string found = unknown_option(polc, polc.get_name());
    for (const CLI::App* command : polc.get_subcommands())
        if (found.empty()) found = unknown_option(*command, polc.get_name() + " " + command->get_name());
    return found;
}

}  // namespace pol
