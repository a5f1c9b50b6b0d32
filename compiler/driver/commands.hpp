#pragma once

#include "compiler/driver/command_table.hpp"
#include "compiler/driver/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pol {

/// The commands of `polc`, one function each. Findings go to standard error, results to standard output.

struct CheckOptions {
    std::vector<std::string> files;
    std::vector<std::string> import_dirs;
    OutputFormat format = OutputFormat::text;
    Colour colour = Colour::automatic;
    bool release = false;
};
/// Findings of policies, plans and facts files; per policy what was proved of its `check never` lines.
[[nodiscard]] ExitCode run_check(const CheckOptions& options);

struct TestOptions {
    std::vector<std::string> files;
    std::vector<std::string> import_dirs;
    OutputFormat format = OutputFormat::text;
    Colour colour = Colour::automatic;
    /// The scenario whose request is printed in the place of all else; what says how runs are told does not go with it.
    std::optional<std::string> request;
    bool verbose = false;
    bool coverage = false;
    bool mutate = false;
    bool suggest = false;
    /// Thresholds in percent; a negative one is none. They ask for what they measure.
    double min_decisive = -1;
    double min_mutation = -1;
};
/// Every scenario of the policies through the interpreter, with a summary; if asked, what the scenarios see of the
/// policy, which changes of it they notice, and scenarios that are missing. A share below its threshold is an error.
/// With `request` nothing is run, and the request of that scenario is printed as JSON.
/// In the formats for machines a scenario that fails is a finding at its place, too.
[[nodiscard]] ExitCode run_test(const TestOptions& options);

struct DecideOptions {
    std::string policy;
    std::string request = "-";
    std::vector<std::string> import_dirs;
    OutputFormat format = OutputFormat::text;
    Colour colour = Colour::automatic;
    bool lines = false;
    /// Whether to tell what would change the decision.
    bool what_if = false;
};
/// One request (or, with `lines`, one a line) decided by the interpreter and explained clause by clause.
[[nodiscard]] ExitCode run_decide(const DecideOptions& options);

struct DiffOptions {
    std::string older;
    std::string newer;
    /// Those of the new text; of both where the old one has none of its own.
    std::vector<std::string> import_dirs;
    std::vector<std::string> old_import_dirs;
    OutputFormat format = OutputFormat::text;
    Colour colour = Colour::automatic;
    /// Whether a changed decision ends with 1.
    bool exit_code = false;
};
/// What changes for whom between two texts of a policy.
[[nodiscard]] ExitCode run_diff(const DiffOptions& options);

struct FmtOptions {
    std::vector<std::string> files;
    bool write = false;
    bool check = false;
    bool diff = false;
    Colour colour = Colour::automatic;
};
/// The canonical form of files on standard output or, with `write`, in their place; `check` names those that have
/// another form, `diff` shows how it differs.
[[nodiscard]] ExitCode run_fmt(const FmtOptions& options);

struct CompileOptions {
    std::string policy;
    std::vector<std::string> import_dirs;
    std::string enclosing_namespace;
    std::string output_dir = ".";
    std::string depfile;
    std::string summary;
    OutputFormat format = OutputFormat::text;
    Colour colour = Colour::automatic;
    bool release = false;
    /// Whether to write the evaluator of many requests at once, too.
    bool batch = false;
    /// Whether to write its C functions over Arrow arrays, too; with them comes the batch.
    bool arrow = false;
};
/// The C++ evaluator of a policy whose scenarios hold: `BASE.hpp`, `BASE.cpp` and, if asked, `BASE_batch.hpp`,
/// `BASE_batch.cpp`, `BASE_arrow.h`, `BASE_arrow.cpp`, a depfile and the summary from which registries are made.
[[nodiscard]] ExitCode run_compile(const CompileOptions& options);

struct SchemaOptions {
    std::string policy;
    std::vector<std::string> import_dirs;
    Colour colour = Colour::automatic;
    bool request = false;
    /// Decisions in place of requests.
    bool decision = false;
};
/// JSON Schema of a policy's requests, or of its decisions.
[[nodiscard]] ExitCode run_schema(const SchemaOptions& options);

struct RegistryOptions {
    /// A file that names the policies' files, one a line; a command line has no room for thousands.
    std::string list = "-";
    /// Where `compile --summary` wrote `BASE.summary.json` for each of them.
    std::string summaries = ".";
    std::string name;
    std::string enclosing_namespace;
    std::string output_dir = ".";
    /// Also the C functions over Arrow arrays.
    bool arrow = false;
    OutputFormat format = OutputFormat::text;
    Colour colour = Colour::automatic;
};
/// The lookup over compiled policies, `NAME_registry.hpp` and `NAME_registry.cpp`, if the texts of each are a series.
[[nodiscard]] ExitCode run_registry(const RegistryOptions& options);

struct ReplayOptions {
    std::string decisions = "-";
    std::string requests;
    /// Files of policies, or folders with them.
    std::vector<std::string> policies;
    std::vector<std::string> import_dirs;
};
/// Recorded decisions made again from their requests, each by the text whose hash it names; tells which are not the
/// same.
[[nodiscard]] ExitCode run_replay(const ReplayOptions& options);

struct VerifyOptions {
    std::string policy;
    std::string document;
    std::vector<std::string> import_dirs;
    OutputFormat format = OutputFormat::text;
    Colour colour = Colour::automatic;
};
/// A policy compared with the plain text of its printed document: every figure, code, label, box and date of either.
[[nodiscard]] ExitCode run_verify(const VerifyOptions& options);

struct ExplainOptions {
    std::string code;
    bool all = false;
    Colour colour = Colour::automatic;
};
/// The page of a finding's code; the list of all codes without one, all pages with `all`.
[[nodiscard]] ExitCode run_explain(const ExplainOptions& options);

/// What completes the command line in `bash`, `zsh` or `fish`.
[[nodiscard]] ExitCode run_completions(const std::string& shell, const CommandTable& table);

/// The manual page of polc, as `man` reads it.
[[nodiscard]] ExitCode run_man(const CommandTable& table);

}  // namespace pol
