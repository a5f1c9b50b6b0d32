#include "compiler/analyze/analyze.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/emit/emit.hpp"
#include "compiler/registry/text_summary.hpp"
#include "pol/batch/cell.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace pol {
namespace {

/// Blanks, `#` and `$` have a meaning of their own in the rules Make and Ninja read.
std::string escape_for_make(const std::string& path) {
    std::string escaped;
    for (const char c : path) {
        if (c == ' ' || c == '#') escaped += '\\';
        if (c == '$') escaped += '$';
        escaped += c;
    }
    return escaped;
}

/// The policy is the first of the inputs. Each other one has a rule of its own that does nothing, as Make would stop at
/// an import that was renamed before the policy, which no longer names it, is compiled again.
std::string depfile_text(const std::vector<std::string>& outputs, const std::vector<std::string>& inputs) {
    std::string text;
    for (const std::string& output : outputs) text += (text.empty() ? "" : " ") + escape_for_make(output);
    text += ":";
    for (const std::string& input : inputs) text += " \\\n  " + escape_for_make(input);
    text += "\n";
    for (std::size_t i = 1; i < inputs.size(); ++i) text += "\n" + escape_for_make(inputs[i]) + ":\n";
    return text;
}

struct Output {
    std::string path;
    std::string text;
};

ExitCode write_outputs(const std::vector<Output>& outputs) {
    for (const Output& output : outputs) {
        FileError error;
        if (!write_if_changed(output.path, output.text, error)) return report_unwritable(output.path, error.reason);
    }
    return ExitCode::success;
}

/// How the two files of generated code end, behind the name of the policy's.
struct CodeEndings {
    const char* header;
    const char* source;
};
constexpr CodeEndings evaluator_endings = {".hpp", ".cpp"};
constexpr CodeEndings batch_endings = {"_batch.hpp", "_batch.cpp"};
constexpr CodeEndings arrow_endings = {"_arrow.h", "_arrow.cpp"};

std::vector<Output> outputs_of(const model::Policy& policy, const CompileOptions& options,
                               const std::vector<std::string>& inputs) {
    const std::string base = std::filesystem::path(options.policy).stem().string();
    const GeneratedCode code = emit(policy, {options.enclosing_namespace, base});
    const std::filesystem::path directory(options.output_dir);
    std::vector<Output> outputs;
    std::vector<std::string> made;
    const auto add = [&](const std::string& path, const std::string& text) {
        made.push_back(path);
        outputs.push_back({path, text});
    };
    const auto add_code = [&](const CodeEndings& endings, const GeneratedCode& generated) {
        add((directory / (base + endings.header)).generic_string(), generated.header);
        add((directory / (base + endings.source)).generic_string(), generated.source);
    };
    const EmitOptions naming{options.enclosing_namespace, base};
    add_code(evaluator_endings, code);
    if (options.batch || options.arrow) add_code(batch_endings, emit_batch(policy, naming));
    if (options.arrow) add_code(arrow_endings, emit_arrow(policy, naming));
    if (!options.summary.empty())
        add(options.summary, registry::write_summary(registry::summary_of(policy, code.space)));
    if (!options.depfile.empty()) outputs.push_back({options.depfile, depfile_text(made, inputs)});
    return outputs;
}

/// A build log needs to know that there are warnings, not each of them at every build.
void mention_warnings(const Run& run, const std::string& policy) {
    const std::size_t count = run.sink.sorted().size();
    if (count == 0) return;
    print_error(
        fmt::format("{}: {}; `polc check` shows {}\n", policy, counted(count, "warning"), count == 1 ? "it" : "them"));
}

/// Whoever builds on would build with what lies there.
void mention_older_outputs(const CompileOptions& options) {
    const std::string base = std::filesystem::path(options.policy).stem().string();
    const std::filesystem::path directory(options.output_dir);
    std::vector<std::string> older;
    const auto mention = [&](const std::filesystem::path& path) {
        std::error_code unknown;
        if (std::filesystem::is_regular_file(path, unknown)) older.push_back(path.lexically_normal().generic_string());
    };
    for (const CodeEndings& endings : {evaluator_endings, batch_endings, arrow_endings}) {
        mention(directory / (base + endings.header));
        mention(directory / (base + endings.source));
    }
    mention(options.summary);
    mention(options.depfile);
    if (older.empty()) return;
    print_error(fmt::format("{}: nothing was written; {} {} from an earlier run\n", options.policy,
                            fmt::join(older, ", "), older.size() == 1 ? "is" : "are"));
}

/// What does not fit into the columns of a batch, where one is asked for.
void report_unfit(const model::Policy& policy, const CompileOptions& options, Sink& sink) {
    if (!options.batch && !options.arrow) return;
    for (const model::FactIndex index : unfit_for_batch(policy)) {
        const model::Fact& fact = policy.facts[index];
        sink.add(FindingCode::too_many_values_for_batch, fact.span,
                 fmt::format("`{}` has {} values, more than a column of a batch holds", fact.name, fact.values.size()),
                 fmt::format("up to {} are possible; make several facts of it, or compile without batches",
                             batch::most_cell_values));
    }
}

/// What is wrong with the command line itself, or nothing.
std::string wrong_use(const CompileOptions& options) {
    if (options.policy == "-") return "name the policy's file; the outputs are named after it";
    if (!options.enclosing_namespace.empty() && !is_namespace(options.enclosing_namespace))
        return fmt::format("`{}` is no C++ namespace, such as `plan::drugs`", options.enclosing_namespace);
    return {};
}

}  // namespace

ExitCode run_compile(const CompileOptions& options) {
    if (const std::string slip = wrong_use(options); !slip.empty()) {
        print_error(fmt::format("polc compile: {}\n", slip));
        return ExitCode::wrong_use;
    }
    Run run(options.import_dirs);
    if (options.release) run.sink.escalate(FindingCode::open_reading);
    const std::optional<model::Policy> policy = build_model(run, options.policy);
    if (policy) {
        static_cast<void>(prove_checks(*policy, run.sink));
        report_failing_scenarios(*policy, run.sink);
        report_unfit(*policy, options, run.sink);
    }
    const bool failed = !policy || run.sink.has_errors();
    if (failed || options.format != OutputFormat::text) {
        const ExitCode found = report(run, options.format, options.colour);
        if (failed && options.format == OutputFormat::text) mention_older_outputs(options);
        if (failed) return found;
    } else {
        mention_warnings(run, options.policy);
    }
    return write_outputs(outputs_of(*policy, options, run.loader.files_read()));
}

}  // namespace pol
