#include "compiler/driver/command_table.hpp"

#include <CLI/CLI.hpp>

namespace pol {
namespace {

/// `FORMAT:{text,json}` is how CLI11 writes a value with choices.
std::vector<std::string> choices_of(const std::string& type) {
    const std::size_t open = type.find(":{");
    std::vector<std::string> choices;
    if (open == std::string::npos) return choices;
    const std::string list = type.substr(open + 2, type.find('}', open) - open - 2);
    for (const std::string& choice : CLI::detail::split(list, ',')) choices.push_back(choice);
    return choices;
}

OptionEntry entry_of(const CLI::Option& option) {
    OptionEntry entry;
    for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
    const std::string type = option.get_type_name();
    if (option.get_items_expected_max() > 0) entry.value = type.substr(0, type.find(':'));
    if (entry.names.empty()) entry.value = option.get_name(true);
    entry.choices = choices_of(type);
    entry.description = option.get_description();
    entry.required = option.get_required();
    entry.repeatable = option.get_expected_max() > 1;
    return entry;
}

std::vector<OptionEntry> options_of(const CLI::App& app) {
    std::vector<OptionEntry> options;
    for (const CLI::Option* option : app.get_options()) options.push_back(entry_of(*option));
    return options;
}

}  // namespace

CommandTable command_table(const CLI::App& app) {
    CommandTable table{app.get_name(), app.get_description(), options_of(app), {}};
    for (const CLI::App* command : app.get_subcommands({}))
        table.commands.push_back({command->get_name(), command->get_description(), options_of(*command)});
    return table;
}

}  // namespace pol
