// Decides a file of prior authorization requests with the compiled policy on Qalsody; see README.md.

#include "examples/adjudicate/adjudicate.hpp"

#include <CLI/CLI.hpp>
#include <pol/closest_name.hpp>
#include <pol_policies_registry.hpp>
#include <qalsody.hpp>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

namespace {

namespace policy = plan::qalsody;

/// What to say of the first word that looks like an option and is none, with the one that may be meant; empty where
/// there is none.
std::string unknown_option(const CLI::App& app) {
    const std::vector<std::string> words = app.remaining();
    const auto word = std::find_if(words.begin(), words.end(), [](const std::string& each) { return each[0] == '-'; });
    if (word == words.end() || *word == "--") return {};
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    const std::string unknown = word->substr(0, word->find('='));
    const std::string meant(pol::closest_name(unknown, known));
    return "adjudicate: there is no option `" + unknown + "`; " +
           (meant.empty() ? "see `adjudicate --help`" : "did you mean `" + meant + "`?") + "\n";
}

}  // namespace

int main(int count, char** arguments) {
    Options options;
    bool is_brief = false;
    bool is_quiet = false;
    CLI::App app{"Decides prior authorization requests for Qalsody (tofersen), one JSON object a line.", "adjudicate"};
    app.add_option("FILE", options.input, "requests, - for standard input")->capture_default_str();
    app.add_option("-o,--output", options.output, "file for the decisions, complete or not there at all")
        ->capture_default_str();
    app.add_flag("--brief", is_brief, "leave out the readings and the trace of each decision");
    app.add_flag("-q,--quiet", is_quiet, "print no summary");
    app.add_option("--threads", options.threads, "how many threads decide; the output is the same for any number")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app.footer(
        "Decisions go to standard output in the order of the requests, errors and the summary to standard error.\n"
        "Exit code: 0 all decided, 1 some lines are no requests, 2 wrong use, 3 cannot read or write.");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        const std::string unknown = error.get_exit_code() == 0 ? std::string() : unknown_option(app);
        std::cerr << unknown;
        if (!unknown.empty()) return static_cast<int>(ExitCode::wrong_use);
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::wrong_use);
    }
    options.detail = is_brief ? pol::json::Detail::brief : pol::json::Detail::full;
    options.has_summary = !is_quiet;
    const Evaluator evaluator{.policy = policy::description(),
                              .decide_line = decide_line<policy::Request, policy::decide, policy::assign>,
                              .registry = plan::pol_policies_registry()};
    return static_cast<int>(adjudicate(evaluator, options));
}
