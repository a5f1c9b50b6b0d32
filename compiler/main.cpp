#include "compiler/driver/commands.hpp"
#include "compiler/driver/misspelt.hpp"
#include "pol/version.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace {

const char* const kDescription =
    "polc checks, tests, explains and compiles drug coverage policies.\n"
    "Findings go to standard error, results to standard output.\n"
    "Ends with 0: no errors, 1: errors, 2: wrong use, 3: cannot read or write.";

void add_import_dirs(CLI::App& command, std::vector<std::string>& import_dirs) {
    command
        .add_option("-I,--import-dir", import_dirs, "Directory to look for the plan and facts files in (repeatable)")
        ->allow_extra_args(false)
        ->type_name("DIR");
}

/// `words` are those of the formats that a command knows.
void add_format(CLI::App& command, pol::OutputFormat& format, const char* about,
                const std::vector<std::string>& words) {
    command
        .add_option_function<std::string>(
            "--format",
            [&format](const std::string& word) {
                format = word == "json"    ? pol::OutputFormat::json
                         : word == "sarif" ? pol::OutputFormat::sarif
                                           : pol::OutputFormat::text;
            },
            about)
        ->check(CLI::IsMember(words))
        ->type_name("FORMAT");
}

void add_result_format(CLI::App& command, pol::OutputFormat& format) {
    add_format(command, format, "How the result is written", {"text", "json"});
}

void add_findings_format(CLI::App& command, pol::OutputFormat& format) {
    add_format(command, format, "How findings are written", {"text", "json", "sarif"});
}

void add_colour(CLI::App& command, pol::Colour& colour) {
    command
        .add_option_function<std::string>(
            "--color",
            [&colour](const std::string& word) {
                colour = word == "always"  ? pol::Colour::always
                         : word == "never" ? pol::Colour::never
                                           : pol::Colour::automatic;
            },
            "When words are coloured; auto is on a terminal only")
        ->check(CLI::IsMember(std::vector<std::string>{"auto", "always", "never"}))
        ->type_name("WHEN");
}

void add_check(CLI::App& polc, pol::CheckOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("check", "Report what is wrong with policies, plans and facts files");
    command.add_option("FILE", options.files, "Files to check")->required();
    add_import_dirs(command, options.import_dirs);
    add_findings_format(command, options.format);
    add_colour(command, options.colour);
    command.add_flag("--release", options.release, "Treat open readings as errors");
    command.callback([&] { exit_code = pol::run_check(options); });
}

void add_test(CLI::App& polc, pol::TestOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("test", "Run the scenarios of policies");
    command.add_option("FILE", options.files, "Policies to test")->required();
    add_import_dirs(command, options.import_dirs);
    add_findings_format(command, options.format);
    add_colour(command, options.colour);
    command.add_flag("-v,--verbose", options.verbose, "Name every scenario, not only the failing ones");
    // An empty name is a name, too, which an option of an optional would take for none.
    CLI::Option& request = *command.add_option_function<std::string>(
        "--request", [&options](const std::string& scenario) { options.request = scenario; },
        "Print the request of the scenario of this name as JSON that `polc decide` reads, and run nothing");
    request.type_name("SCENARIO");
    command.add_flag("--coverage", options.coverage, "Tell what the scenarios see of every clause");
    command.add_flag("--mutate", options.mutate,
                     "Change the policy one slip at a time, and tell what no scenario notices");
    command.add_flag("--suggest", options.suggest, "Write scenarios that show what none shows yet, to be confirmed");
    command.add_option("--min-decisive", options.min_decisive, "Least percentage of clauses that decide some scenario")
        ->check(CLI::Range(0.0, 100.0));
    command
        .add_option("--min-mutation", options.min_mutation, "Least percentage of changes that some scenario notices")
        ->check(CLI::Range(0.0, 100.0));
    for (const char* of_runs :
         {"--format", "--verbose", "--coverage", "--mutate", "--suggest", "--min-decisive", "--min-mutation"})
        request.excludes(command.get_option(of_runs));
    command.callback([&] { exit_code = pol::run_test(options); });
}

void add_decide(CLI::App& polc, pol::DecideOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("decide", "Decide a request and explain every clause");
    command.add_option("POLICY", options.policy, "The policy's file")->required();
    command.add_option("REQUEST", options.request, "File with the request's JSON, or - for standard input")
        ->capture_default_str();
    add_import_dirs(command, options.import_dirs);
    add_result_format(command, options.format);
    add_colour(command, options.colour);
    command.add_flag("--lines", options.lines, "The input holds one request a line");
    command.add_flag("--what-if", options.what_if,
                     "Tell what would change a denial, or which answers settle a request");
    command.callback([&] { exit_code = pol::run_decide(options); });
}

void add_diff(CLI::App& polc, pol::DiffOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("diff", "Tell what changes for whom between two texts of a policy");
    command.add_option("OLD", options.older, "The policy's file as it was")->required();
    command.add_option("NEW", options.newer, "The policy's file as it is")->required();
    add_import_dirs(command, options.import_dirs);
    command
        .add_option("--old-import-dir", options.old_import_dirs,
                    "Directory to look for the plan and facts files of OLD in (repeatable)")
        ->allow_extra_args(false)
        ->type_name("DIR");
    add_result_format(command, options.format);
    add_colour(command, options.colour);
    command.add_flag("--exit-code", options.exit_code, "End with 1 where a decision changes");
    command.callback([&] { exit_code = pol::run_diff(options); });
}

void add_fmt(CLI::App& polc, pol::FmtOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("fmt", "Bring files into their canonical form");
    command.add_option("FILE", options.files, "Files to print in that form, or - for standard input")->required();
    command.add_flag("--write", options.write, "Change the files themselves");
    command.add_flag("--check", options.check,
                     "Name the files that have another form, and end with 1 if there are any");
    command.add_flag("--diff", options.diff, "Show how the files differ from that form");
    add_colour(command, options.colour);
    command.callback([&] { exit_code = pol::run_fmt(options); });
}

void add_compile(CLI::App& polc, pol::CompileOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("compile", "Generate the C++ evaluator of a policy");
    command.add_option("POLICY", options.policy, "The policy's file")->required();
    add_import_dirs(command, options.import_dirs);
    add_findings_format(command, options.format);
    add_colour(command, options.colour);
    command.add_option("--namespace", options.enclosing_namespace, "C++ namespace around the policy's own")
        ->type_name("NAME");
    command.add_option("-o,--output-dir", options.output_dir, "Where the header and the source go")
        ->capture_default_str()
        ->type_name("DIR");
    command.add_option("--depfile", options.depfile, "Write what the outputs depend on, as Make and Ninja read it")
        ->type_name("OUTPUT");
    command.add_option("--summary", options.summary, "Write what a registry must know of the policy")
        ->type_name("OUTPUT");
    command.add_flag("--batch", options.batch, "Write the evaluator of many requests at once, too");
    command.add_flag("--arrow", options.arrow, "Write that and its C functions over Arrow arrays");
    command.add_flag("--release", options.release, "Treat open readings as errors");
    command.callback([&] { exit_code = pol::run_compile(options); });
}

void add_schema(CLI::App& polc, pol::SchemaOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("schema", "Print the JSON Schema of a policy's requests or decisions");
    command.add_option("POLICY", options.policy, "The policy's file")->required();
    CLI::Option& request = *command.add_flag("--request", options.request, "Of requests, as without it");
    command.add_flag("--decision", options.decision, "Of decisions")->excludes(&request);
    add_import_dirs(command, options.import_dirs);
    add_colour(command, options.colour);
    command.callback([&] { exit_code = pol::run_schema(options); });
}

void add_registry(CLI::App& polc, pol::RegistryOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("registry", "Generate the C++ lookup over compiled policies");
    command.add_option("LIST", options.list, "File that names the policies, one a line, or - for standard input")
        ->capture_default_str();
    command.add_option("--summaries", options.summaries, "Where `compile --summary` wrote NAME.summary.json for each")
        ->capture_default_str()
        ->type_name("DIR");
    add_findings_format(command, options.format);
    add_colour(command, options.colour);
    command.add_option("--name", options.name, "What the registry is called: NAME_registry")
        ->required()
        ->type_name("NAME");
    command.add_option("--namespace", options.enclosing_namespace, "C++ namespace around its function")
        ->type_name("NAME");
    command.add_option("-o,--output-dir", options.output_dir, "Where the header and the source go")
        ->capture_default_str()
        ->type_name("DIR");
    command.add_flag("--arrow", options.arrow, "Write its C functions over Arrow arrays, too");
    command.callback([&] { exit_code = pol::run_registry(options); });
}

void add_replay(CLI::App& polc, pol::ReplayOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("replay", "Decide recorded requests again, each by the text it names");
    command
        .add_option("DECISIONS", options.decisions, "File with one recorded decision a line, or - for standard input")
        ->required();
    command.add_option("POLICY", options.policies, "Files of policies, or folders with them")->required();
    command.add_option("--requests", options.requests, "File with the requests, one a line")
        ->required()
        ->type_name("FILE");
    add_import_dirs(command, options.import_dirs);
    command.callback([&] { exit_code = pol::run_replay(options); });
}

void add_verify(CLI::App& polc, pol::VerifyOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("verify", "Compare a policy with the text of its printed document");
    command.add_option("POLICY", options.policy, "The policy's file")->required();
    command.add_option("--against", options.document, "The document's plain text, or - for standard input")
        ->required()
        ->type_name("DOCUMENT");
    add_import_dirs(command, options.import_dirs);
    add_findings_format(command, options.format);
    add_colour(command, options.colour);
    command.callback([&] { exit_code = pol::run_verify(options); });
}

void add_explain(CLI::App& polc, pol::ExplainOptions& options, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("explain", "Explain a finding, with an example and how to mend it");
    command
        .add_option("CODE", options.code, "The code behind a message, such as unknown-name; without one all are listed")
        ->type_name("CODE");
    command.add_flag("--all", options.all, "Print the pages of all codes as one Markdown document");
    add_colour(command, options.colour);
    command.callback([&] { exit_code = pol::run_explain(options); });
}

/// Completions and the manual tell of all commands, so they are added last and read the table when they run.
void add_completions(CLI::App& polc, std::string& shell, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("completions", "Print what completes the command line in a shell");
    command.add_option("SHELL", shell, "The shell")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>{"bash", "zsh", "fish"}))
        ->type_name("SHELL");
    command.callback([&] { exit_code = pol::run_completions(shell, pol::command_table(polc)); });
}

void add_man(CLI::App& polc, pol::ExitCode& exit_code) {
    CLI::App& command = *polc.add_subcommand("man", "Print the manual page");
    command.callback([&] { exit_code = pol::run_man(pol::command_table(polc)); });
}

/// Whether a word of the command line is not known; says so.
bool says_unknown(const std::string& sentence) {
    pol::print_error(sentence);
    return !sentence.empty();
}

/// Says what is wrong with the command line, or what it asks for in place of a command, such as help.
pol::ExitCode without_command(const CLI::App& polc, const CLI::ParseError& error) {
    const bool is_wrong = error.get_exit_code() != 0;
    if (is_wrong && says_unknown(pol::unknown_option(polc))) return pol::ExitCode::wrong_use;
    return polc.exit(error) == 0 ? pol::ExitCode::success : pol::ExitCode::wrong_use;
}

pol::ExitCode run(int argc, char** argv) {
    CLI::App polc(kDescription, "polc");
    polc.set_version_flag("--version", "polc " POL_VERSION " (runtime " + std::to_string(POL_RUNTIME_ABI) + ")");
    polc.require_subcommand(1);
    pol::ExitCode exit_code = pol::ExitCode::success;
    pol::CheckOptions check;
    pol::TestOptions test;
    pol::DecideOptions decide;
    pol::DiffOptions diff;
    pol::FmtOptions fmt;
    pol::CompileOptions compile;
    pol::SchemaOptions schema;
    pol::RegistryOptions registry;
    pol::ReplayOptions replay;
    pol::VerifyOptions verify;
    pol::ExplainOptions explain;
    std::string shell;
    add_check(polc, check, exit_code);
    add_test(polc, test, exit_code);
    add_decide(polc, decide, exit_code);
    add_diff(polc, diff, exit_code);
    add_fmt(polc, fmt, exit_code);
    add_compile(polc, compile, exit_code);
    add_schema(polc, schema, exit_code);
    add_registry(polc, registry, exit_code);
    add_replay(polc, replay, exit_code);
    add_verify(polc, verify, exit_code);
    add_explain(polc, explain, exit_code);
    add_completions(polc, shell, exit_code);
    add_man(polc, exit_code);
    if (argc > 1 && says_unknown(pol::unknown_command(polc, argv[1]))) return pol::ExitCode::wrong_use;
    try {
        polc.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return without_command(polc, error);
    }
    return exit_code;
}

}  // namespace

int main(int argc, char** argv) { return static_cast<int>(pol::when_all_is_told(run(argc, argv))); }
