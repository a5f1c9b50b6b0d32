#include "compiler/driver/manual.hpp"

#include "compiler/driver/report.hpp"

#include <fmt/format.h>

namespace pol {
namespace {

/// Text as roff prints it: `-` is a minus that can be copied, `\` is itself, and what stands in backticks is bold.
std::string escaped(std::string_view text) {
    std::string roff;
    bool bold = false;
    for (const char c : text) {
        if (c == '`') {
            roff += bold ? "\\fR" : "\\fB";
            bold = !bold;
        } else if (c == '-') {
            roff += "\\-";
        } else if (c == '\\') {
            roff += "\\e";
        } else if (c == '\'') {
            roff += "\\(aq";
        } else {
            roff += c;
        }
    }
    // A line that begins with a point would be a request.
    return roff.starts_with('.') ? "\\&" + roff : roff;
}

std::string bold(std::string_view words) { return "\\fB" + escaped(words) + "\\fR"; }
std::string italic(std::string_view words) { return "\\fI" + escaped(words) + "\\fR"; }

/// `-o, --output-dir DIR`
std::string heading(const OptionEntry& option) {
    std::string text;
    for (const std::string& name : option.names) text += (text.empty() ? "" : ", ") + bold(name);
    if (!option.value.empty()) text += (text.empty() ? "" : " ") + italic(option.value);
    return text;
}

std::string description(const OptionEntry& option) {
    std::string text = option.description;
    if (option.choices.empty()) return escaped(text);
    text += ": ";
    for (const std::string& choice : option.choices) {
        if (&choice != &option.choices.front()) text += &choice == &option.choices.back() ? " or " : ", ";
        text += "`" + choice + "`";
    }
    return escaped(text);
}

/// `check [options] FILE...`
std::string usage(const CommandEntry& command) {
    std::string text = bold(command.name) + " [" + italic("options") + "]";
    for (const OptionEntry& option : command.options) {
        if (!option.names.empty()) continue;
        const std::string word = italic(option.value) + (option.repeatable ? " ..." : "");
        text += option.required ? " " + word : " [" + word + "]";
    }
    return text;
}

std::string entries(const std::vector<OptionEntry>& options) {
    std::string text;
    for (const OptionEntry& option : options) text += ".TP\n" + heading(option) + "\n" + description(option) + "\n";
    return text;
}

std::string commands(const CommandTable& table) {
    std::string text = ".SH COMMANDS\n";
    for (const CommandEntry& command : table.commands)
        text += ".SS " + usage(command) + "\n" + escaped(command.description) + ".\n" + entries(command.options);
    return text;
}

/// A text of several lines, each a sentence, as a paragraph.
std::string paragraph(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines += escaped(text.substr(0, end)) + "\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string exit_status() {
    std::string text = ".SH EXIT STATUS\n";
    for (const ExitCode code : {ExitCode::success, ExitCode::errors, ExitCode::wrong_use, ExitCode::environment})
        text += fmt::format(".TP\n\\fB{}\\fR\n{}\n", static_cast<int>(code), escaped(meaning_of(code)));
    return text;
}

constexpr std::string_view environment =
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBNO_COLOR\\fR\nIf it is not empty, nothing is coloured unless \\fB\\-\\-color always\\fR says so.\n"
    ".TP\n\\fBCLICOLOR_FORCE\\fR\nIf it is neither empty nor 0, colours are used on other things than terminals, "
    "too.\n";

}  // namespace

std::string manual_page(const CommandTable& table, const std::string& version) {
    return fmt::format(".TH POLC 1 \"\" \"polc {}\" \"Commands\"\n.SH NAME\n", version) +
           "polc \\- check, test, explain and compile drug coverage policies\n" +
           ".SH SYNOPSIS\n.B polc\n.I command\n[\\fIoptions\\fR] [\\fIfile\\fR ...]\n.SH DESCRIPTION\n" +
           paragraph(table.description) + commands(table) + ".SH OPTIONS\n" + entries(table.options) + exit_status() +
           std::string(environment);
}

}  // namespace pol
