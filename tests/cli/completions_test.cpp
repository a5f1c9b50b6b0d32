// Completions and the manual come from what parses the command line; here the shells and roff read them.

#include "tests/cli/support/command.hpp"
#include "tests/cli/support/document.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

CommandResult polc(const std::string& arguments) { return run(shell_word(POL_PROGRAM) + " " + arguments); }

/// A folder with the completions of every shell, and policies to complete.
struct Desk {
    ScratchFolder folder;
    Desk() {
        for (const char* shell : {"bash", "zsh", "fish"})
            folder.write(std::string("polc.") + shell, polc(std::string("completions ") + shell).output);
        folder.write("inhaler.pol", "");
        folder.write("request.json", "");
        fs::create_directory(folder.path() / "two words");
    }

    [[nodiscard]] CommandResult in(const std::string& line) const {
        const std::string path = shell_word(fs::path(POL_PROGRAM).parent_path().string());
        return run("cd " + shell_word(folder.path().string()) + " && PATH=" + path + ":\"$PATH\" && " + line);
    }

    /// What bash offers behind these words, the last of which is being typed.
    [[nodiscard]] std::vector<std::string> bash_offers(const std::vector<std::string>& words) const {
        std::string typed;
        for (const std::string& word : words) typed += shell_word(word) + " ";
        const std::string script = "source ./polc.bash; COMP_WORDS=(" + typed +
                                   "); COMP_CWORD=" + std::to_string(words.size() - 1) +
                                   "; _polc; [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' \"${COMPREPLY[@]}\"";
        const CommandResult result = in("bash -u -c " + shell_word(script));
        CHECK_MESSAGE(result.errors.empty(), result.errors);
        std::vector<std::string> offers = lines_of(result.output);
        std::sort(offers.begin(), offers.end());
        return offers;
    }

    /// What fish offers for this line, without the descriptions.
    [[nodiscard]] std::vector<std::string> fish_offers(const std::string& line) const {
        const std::string script = "source ./polc.fish; complete -C " + shell_word(line);
        const CommandResult result = in("HOME=\"$PWD\" fish --no-config -c " + shell_word(script));
        CHECK_MESSAGE(result.exit_code == 0, result.errors);
        std::vector<std::string> offers = lines_of(result.output);
        for (std::string& offer : offers) offer = offer.substr(0, offer.find('\t'));
        std::sort(offers.begin(), offers.end());
        return offers;
    }
};

using Offers = std::vector<std::string>;

bool has(const Offers& offers, const std::string& word) {
    return std::find(offers.begin(), offers.end(), word) != offers.end();
}

/// The commands, as help lists them.
std::vector<std::string> commands() {
    std::vector<std::string> names;
    const std::vector<std::string> lines = lines_of(polc("--help").output);
    const auto heading = std::find(lines.begin(), lines.end(), "Subcommands:");
    for (auto line = heading == lines.end() ? heading : heading + 1; line != lines.end(); ++line)
        if (line->starts_with("  ") && (*line)[2] != ' ') names.push_back(line->substr(2, line->find(' ', 2) - 2));
    return names;
}

}  // namespace

TEST_CASE("bash completes commands, options, values, files and codes") {
    const Desk desk;
    CHECK(commands().size() >= 8);
    for (const std::string& command : commands()) CHECK(has(desk.bash_offers({"polc", ""}), command));
    CHECK(desk.bash_offers({"polc", "com"}) == Offers{"compile", "completions"});
    CHECK(has(desk.bash_offers({"polc", "--"}), "--version"));
    CHECK(desk.bash_offers({"polc", "check", "--fo"}) == Offers{"--format"});
    CHECK(desk.bash_offers({"polc", "check", "--format", ""}) == Offers{"json", "sarif", "text"});
    CHECK(desk.bash_offers({"polc", "decide", "--format", ""}) == Offers{"json", "text"});
    CHECK(desk.bash_offers({"polc", "check", "--format", "=", "s"}) == Offers{"sarif"});
    CHECK(desk.bash_offers({"polc", "check", "--color", "=", "n"}) == Offers{"never"});
    CHECK(desk.bash_offers({"polc", "check", ""}) == Offers{"inhaler.pol", "two words"});
    CHECK(desk.bash_offers({"polc", "check", "-I", ""}) == Offers{"two words"});
    CHECK(desk.bash_offers({"polc", "compile", "--output-dir", "t"}) == Offers{"two words"});
    CHECK(has(desk.bash_offers({"polc", "decide", "inhaler.pol", "r"}), "request.json"));
    CHECK(desk.bash_offers({"polc", "explain", "unknown-n"}) == Offers{"unknown-name"});
    CHECK(desk.bash_offers({"polc", "completions", ""}) == Offers{"bash", "fish", "zsh"});
}

TEST_CASE("fish completes the same") {
    const Desk desk;
    for (const std::string& command : commands()) CHECK(has(desk.fish_offers("polc "), command));
    CHECK(has(desk.fish_offers("polc check --fo"), "--format"));
    CHECK(desk.fish_offers("polc check --format ") == Offers{"json", "sarif", "text"});
    CHECK(has(desk.fish_offers("polc check in"), "inhaler.pol"));
    CHECK(desk.fish_offers("polc explain unknown-n") == Offers{"unknown-name"});
    CHECK(desk.fish_offers("polc completions ") == Offers{"bash", "fish", "zsh"});
}

TEST_CASE("bash and zsh can read their completions") {
    const Desk desk;
    for (const char* line : {"bash -n polc.bash", "zsh -n polc.zsh"}) {
        const CommandResult read = desk.in(line);
        CHECK_MESSAGE(read.exit_code == 0, read.errors);
        CHECK(read.errors.empty());
    }
    CHECK(polc("completions tcsh").exit_code == 2);
}

TEST_CASE("the manual is roff without a slip and tells every command, option and exit code") {
    const ScratchFolder folder;
    const std::string manual = folder.write("polc.1", polc("man").output).string();
    const CommandResult page = run("groff -man -ww -Tascii -P-cbou " + shell_word(manual));
    CHECK(page.exit_code == 0);
    CHECK(page.errors == "");
    for (const std::string& command : commands()) {
        CHECK(page.output.find("\n   " + command + " ") != std::string::npos);
        for (const std::string& line : lines_of(polc(command + " --help").output)) {
            const std::size_t option = line.find("--");
            if (option == std::string::npos || line.find_first_not_of(' ') > 8) continue;
            CHECK_MESSAGE(
                page.output.find(line.substr(option, line.find_first_of(" ,", option) - option)) != std::string::npos,
                line);
        }
    }
    for (const char* part : {"NAME", "SYNOPSIS", "EXIT STATUS", "NO_COLOR", "wrong use", "sarif", "unknown-name"})
        CHECK_MESSAGE(page.output.find(part) != std::string::npos, part);
}
