#include "compiler/analyze/analyze.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/interpret/scenarios.hpp"

#include <fmt/format.h>

namespace pol {
namespace {

struct Tally {
    std::size_t run = 0;
    std::size_t failed = 0;
};

std::string line_of(const std::string& file, const ScenarioResult& result, bool verbose) {
    const bool holds = result.differences.empty();
    if (holds && !verbose) return {};
    std::string text =
        fmt::format("{} {}:{}: {}\n", holds ? "ok    " : "FAILED", file, result.scenario->line, result.scenario->name);
    for (const std::string& difference : result.differences) text += fmt::format("       {}\n", difference);
    return text;
}

std::string test_policy(const std::string& file, const model::Policy& policy, bool verbose, Tally& tally) {
    std::string text;
    std::size_t failed = 0;
    for (const ScenarioResult& result : run_scenarios(policy)) {
        text += line_of(file, result, verbose);
        failed += result.differences.empty() ? 0U : 1U;
    }
    tally.run += policy.scenarios.size();
    tally.failed += failed;
    return text + fmt::format("{}: {} scenarios, {} failed\n", file, policy.scenarios.size(), failed);
}

/// A scenario that fails is a finding to a machine, as it is to `polc compile`.
ExitCode report_as_findings(const TestOptions& options) {
    Run run(options.import_dirs);
    for (const std::string& file : options.files)
        if (const std::optional<model::Policy> policy = build_model(run, file))
            report_failing_scenarios(*policy, run.sink);
    return report(run, options.format, options.colour);
}

}  // namespace

ExitCode run_test(const TestOptions& options) {
    if (options.format != OutputFormat::text) return report_as_findings(options);
    Run run(options.import_dirs);
    Tally tally;
    std::string text;
    for (const std::string& file : options.files)
        if (const std::optional<model::Policy> policy = build_model(run, file))
            text += test_policy(file, *policy, options.verbose, tally);
    ExitCode found = ExitCode::success;
    if (run.sink.has_errors()) found = report(run, OutputFormat::text, options.colour);
    if (options.files.size() > 1) text += fmt::format("all: {} scenarios, {} failed\n", tally.run, tally.failed);
    if (found == ExitCode::success && tally.failed > 0) found = ExitCode::errors;
    return print_result(text, found);
}

}  // namespace pol
