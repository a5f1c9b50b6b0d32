#include "compiler/driver/completions.hpp"

#include <fmt/format.h>

namespace pol {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
    return text;
}

std::vector<std::string> names_of(const std::vector<OptionEntry>& options) {
    std::vector<std::string> names;
    for (const OptionEntry& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

std::vector<std::string> names_of(const std::vector<CommandEntry>& commands) {
    std::vector<std::string> names;
    for (const CommandEntry& command : commands) names.push_back(command.name);
    return names;
}

/// The codes of findings are asked of polc itself when they are needed.
constexpr std::string_view codes = "$(polc explain 2>/dev/null | cut -d ' ' -f 1)";

/// Words and files that bash offers for a value.
std::string bash_values(const OptionEntry& option) {
    if (!option.choices.empty()) return "_polc_words '" + joined(option.choices, " ") + "'";
    if (option.value == "CODE") return fmt::format("_polc_words \"{}\"", codes);
    if (option.value == "DIR") return "_polc_folders";
    if (option.value == "FILE" || option.value == "POLICY") return "_polc_policies";
    return option.value == "NAME" ? ":" : "_polc_files";
}

std::string bash_cases(const CommandEntry& command) {
    std::string text;
    for (const OptionEntry& option : command.options) {
        if (option.names.empty() || option.value.empty()) continue;
        std::vector<std::string> patterns;
        for (const std::string& name : option.names) patterns.push_back(fmt::format("'{} {}'", command.name, name));
        text += fmt::format("        {}) {}; return ;;\n", joined(patterns, " | "), bash_values(option));
    }
    return text;
}

/// What completes a word that is no option's: what the command takes, be it one thing or several in turn.
std::string bash_word(const CommandEntry& command) {
    std::string text =
        fmt::format("        {})\n            case \"$current\" in -*) _polc_words '{}'; return ;; esac\n",
                    command.name, joined(names_of(command.options), " "));
    for (const OptionEntry& option : command.options)
        if (option.names.empty()) text += "            " + bash_values(option) + "\n";
    return text + "            ;;\n";
}

constexpr std::string_view bash_functions =
    R"(_polc_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_polc_folders() { compopt -o filenames 2>/dev/null; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$current"); }
_polc_files() { compopt -o filenames 2>/dev/null; mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current"); }
_polc_policies() {
    _polc_folders
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -X '!*.pol' -- "$current")
}
_polc() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    # bash takes --option=value apart at the sign.
    if [ "$current" = = ]; then current=; elif [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
)";

std::string zsh_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\'') escaped += "'\\'";
        if (c == '[' || c == ']' || c == ':') escaped += '\\';
        escaped += c == '`' ? '"' : c;
    }
    return escaped;
}

std::string zsh_values(const OptionEntry& option) {
    if (!option.choices.empty()) return "(" + joined(option.choices, " ") + ")";
    if (option.value == "CODE") return "_polc_codes";
    if (option.value == "DIR") return "_files -/";
    if (option.value == "FILE" || option.value == "POLICY") return "_files -g \"*.pol\"";
    return option.value == "NAME" ? " " : "_files";
}

std::string zsh_option(const OptionEntry& option) {
    const std::string given =
        option.value.empty() ? "" : fmt::format(":{}:{}", zsh_escaped(option.value), zsh_values(option));
    if (option.names.empty()) return fmt::format("            '{}{}' \\\n", option.repeatable ? "*" : "", given);
    std::string text;
    for (const std::string& name : option.names)
        text += fmt::format("            '{}{}[{}]{}' \\\n", option.repeatable ? "*" : "", name,
                            zsh_escaped(option.description), given);
    return text;
}

std::string fish_quoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return quoted + "'";
}

std::string fish_values(const OptionEntry& option) {
    if (!option.choices.empty()) return " -x -a '" + joined(option.choices, " ") + "'";
    if (option.value == "CODE") return " -x -a '(polc explain 2>/dev/null | string split -f 1 \" \")'";
    if (option.value == "DIR") return " -x -a '(__fish_complete_directories)'";
    if (option.value == "FILE" || option.value == "POLICY") return " -x -a '(__fish_complete_suffix .pol)'";
    return option.value == "NAME" ? " -x" : " -r -F";
}

std::string fish_option(const std::string& condition, const OptionEntry& option) {
    std::string text = "complete -c polc -n " + fish_quoted(condition);
    for (const std::string& name : option.names)
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.value.empty()) text += fish_values(option);
    return text + " -d " + fish_quoted(option.description) + "\n";
}

}  // namespace

std::string bash_completions(const CommandTable& table) {
    std::string cases;
    std::string words;
    for (const CommandEntry& command : table.commands) {
        cases += bash_cases(command);
        words += bash_word(command);
    }
    return "# Completes the command line of polc in bash; `polc completions bash` wrote it.\n" +
           std::string(bash_functions) +
           fmt::format("    if [ \"$COMP_CWORD\" -eq 1 ]; then _polc_words '{} {}'; return; fi\n",
                       joined(names_of(table.commands), " "), joined(names_of(table.options), " ")) +
           "    case \"$command $before\" in\n" + cases + "    esac\n    case \"$command\" in\n" + words +
           "    esac\n}\ncomplete -F _polc polc\n";
}

std::string zsh_completions(const CommandTable& table) {
    std::string text =
        "#compdef polc\n# Completes the command line of polc in zsh; `polc completions zsh` wrote it.\n"
        "_polc_codes() { compadd -- ${(f)\"$(polc explain 2>/dev/null | cut -d ' ' -f 1)\"}; }\n"
        "_polc() {\n    local -a commands=(\n";
    for (const CommandEntry& command : table.commands)
        text += fmt::format("        '{}:{}'\n", command.name, zsh_escaped(command.description));
    text +=
        "    )\n    if (( CURRENT == 2 )); then\n        _describe command commands\n        return\n    fi\n"
        "    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $command in\n";
    for (const CommandEntry& command : table.commands) {
        text += fmt::format("        {})\n            _arguments \\\n", command.name);
        for (const OptionEntry& option : command.options) text += zsh_option(option);
        text += "            && return\n            ;;\n";
    }
    return text + "    esac\n}\ncompdef _polc polc\n";
}

std::string fish_completions(const CommandTable& table) {
    std::string text =
        "# Completes the command line of polc in fish; `polc completions fish` wrote it.\ncomplete -c polc -f\n";
    for (const OptionEntry& option : table.options) text += fish_option("__fish_use_subcommand", option);
    for (const CommandEntry& command : table.commands) {
        text += fmt::format("complete -c polc -n __fish_use_subcommand -a {} -d {}\n", command.name,
                            fish_quoted(command.description));
        for (const OptionEntry& option : command.options)
            text += fish_option("__fish_seen_subcommand_from " + command.name, option);
    }
    return text;
}

}  // namespace pol
