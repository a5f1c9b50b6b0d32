#include "compiler/analyze/analyze.hpp"
#include "compiler/compare/member_words.hpp"
#include "compiler/coverage/report.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/interpret/scenarios.hpp"
#include "compiler/source/counted.hpp"

#include <fmt/format.h>

#include <cmath>
#include <list>

namespace pol {
namespace {

using coverage::Report;

std::string line_of(const std::string& file, const model::Policy& policy, const ScenarioResult& result, bool verbose) {
    const bool holds = result.differences.empty();
    if (holds && !verbose) return {};
    std::string text =
        fmt::format("{} {}:{}: {}\n", holds ? "ok    " : "FAILED", file, result.scenario->line, result.scenario->name);
    for (const std::string& difference : result.differences) text += fmt::format("       {}\n", difference);
    if (lacks_evidence(policy, result))
        text += "       hint: nothing in this scenario has evidence; begin it with `evidence documented`\n";
    return text;
}

/// A policy that was tested, and what there is to say of its scenarios.
struct Tested {
    model::Policy policy;
    std::string lines;
    Report report;
};

/// Tests the policies of one run.
class Tests {
public:
    Tests(const TestOptions& options, Sink& sink) : options_(options), sink_(sink) {}

    void add(const std::string& file, model::Policy policy) {
        Tested& tested = tested_.emplace_back();
        tested.policy = std::move(policy);
        tested.report.file = file;
        for (const ScenarioResult& result : run_scenarios(tested.policy)) {
            tested.lines += line_of(file, tested.policy, result, options_.verbose);
            tested.report.failed += result.differences.empty() ? 0U : 1U;
        }
        all_ += tested.policy.scenarios.size();
        failed_ += tested.report.failed;
        if (tested.report.failed == 0) measure(tested);
    }

    [[nodiscard]] bool failed() const { return failed_ > 0; }

    [[nodiscard]] std::string text() const {
        if (options_.format == OutputFormat::json) return json();
        std::string text;
        for (const Tested& tested : tested_) text += tested.lines + text_of(tested.policy, tested.report);
        if (options_.files.size() > 1) text += fmt::format("all: {}, {} failed\n", counted(all_, "scenario"), failed_);
        return text;
    }

private:
    [[nodiscard]] std::string json() const {
        std::vector<coverage::ReportedPolicy> reports;
        for (const Tested& tested : tested_) reports.push_back({.policy = &tested.policy, .report = &tested.report});
        return json_of(reports);
    }

    /// Scenarios that fail say nothing of what others would notice.
    void measure(Tested& tested) {
        Report& report = tested.report;
        if (options_.coverage || options_.suggest || options_.min_decisive >= 0)
            report.coverage = coverage::cover(tested.policy);
        if (options_.mutate || options_.min_mutation >= 0) report.mutation = coverage::mutate(tested.policy);
        if (options_.suggest)
            report.suggestions =
                coverage::suggest(tested.policy, *report.coverage, report.mutation ? &*report.mutation : nullptr);
        if (report.coverage)
            compare(tested, "of the clauses that can be met or not met decide some scenario",
                    report.coverage->decisive_percent(), options_.min_decisive,
                    "`--coverage` names the others, `--suggest` writes scenarios for them");
        if (report.mutation)
            compare(tested, "of the changes are noticed by some scenario", report.mutation->score(),
                    options_.min_mutation,
                    "`--mutate` names the others, `--suggest` with it writes scenarios for them");
        if (!options_.coverage && options_.min_decisive < 0) report.coverage.reset();
    }

    void compare(const Tested& tested, const char* what, double share, double least, const char* hint) {
        if (share >= least) return;
        // Cut off, not rounded: 94.999 % must not read as the 95 % that it falls short of.
        share = std::floor(share * 100) / 100;
        sink_.add(FindingCode::share_below_threshold, Span{tested.policy.clauses.front().span.file, 0, 0},
                  fmt::format("{:.2f} % {}, and {:g} % are asked for", share, what, least), hint);
    }

    const TestOptions& options_;
    Sink& sink_;
    std::list<Tested> tested_;
    std::size_t all_ = 0;
    std::size_t failed_ = 0;
};

/// The requests of the scenarios of a name, one a line; a program can decide what a policy's author wrote.
ExitCode print_requests(Run& run, const TestOptions& options, const std::string& wanted) {
    std::string requests;
    std::vector<std::string> names;
    for (const std::string& file : options.files) {
        const std::optional<model::Policy> policy = build_model(run, file);
        if (!policy) continue;
        for (const model::Scenario& scenario : policy->scenarios) {
            names.push_back(scenario.name);
            if (scenario.name == wanted) requests += comparison::member_json(*policy, scenario.request) + "\n";
        }
    }
    if (run.sink.has_errors()) return report(run, options.format, options.colour);
    if (!requests.empty()) return print_result(requests, ExitCode::success);
    const std::string hint = did_you_mean(wanted, names);
    print_error(fmt::format("polc test: no scenario is called `{}`; {}\n", wanted,
                            hint.empty() ? "`--verbose` names them all" : hint));
    return ExitCode::wrong_use;
}

}  // namespace

ExitCode run_test(const TestOptions& options) {
    Run run(options.import_dirs);
    if (options.request) return print_requests(run, options, *options.request);
    Tests tests(options, run.sink);
    const bool is_for_machines = options.format != OutputFormat::text;
    for (const std::string& file : options.files) {
        std::optional<model::Policy> policy = build_model(run, file);
        if (!policy) continue;
        // A scenario that fails is a finding to a machine, as it is to `polc compile`.
        if (is_for_machines) report_failing_scenarios(*policy, run.sink);
        tests.add(shown_name(file), std::move(*policy));
    }
    ExitCode found = ExitCode::success;
    if (run.sink.has_errors() || is_for_machines) found = report(run, options.format, options.colour);
    if (found == ExitCode::success && tests.failed()) found = ExitCode::errors;
    return options.format == OutputFormat::sarif ? found : print_result(tests.text(), found);
}

}  // namespace pol
