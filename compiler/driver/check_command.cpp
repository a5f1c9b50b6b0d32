#include "compiler/analyze/analyze.hpp"
#include "compiler/coverage/forced.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/registry/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace pol {
namespace {

bool is_refuted(const PropertyResult& result) { return result.verdict == PropertyResult::Verdict::refuted; }

/// What is told of a file once the texts beside it are known.
struct Told {
    std::string name;
    /// Its number in the run's sources.
    std::uint32_t file = 0;
    bool sound = false;
    /// Of a policy: its number, and of what it is made.
    std::string number;
    std::string counts;
    /// What was proved of it, and how else it can be read.
    std::string below;
};

/// `unfit` are the files of texts that are no series with others.
std::string words_for(const Told& told, const std::set<std::uint32_t>& unfit) {
    if (!told.sound) return fmt::format("{}: errors\n{}", told.name, told.below);
    const std::string beside = unfit.count(told.file) == 0
                                   ? std::string()
                                   : fmt::format(" by itself, but not beside the other texts of `{}`", told.number);
    return fmt::format("{}: sound{}{}\n{}", told.name, beside, told.counts, told.below);
}

/// Of its clauses those are told apart that the scenarios' coverage counts; others, such as an approval, say nothing of
/// a member.
std::string counts_of(const model::Policy& policy) {
    std::size_t with_truth = 0;
    for (std::size_t clause = 0; clause < policy.clauses.size(); ++clause)
        if (coverage::has_truth(policy, static_cast<model::ClauseIndex>(clause))) ++with_truth;
    return fmt::format("; {} ({} can be met or not met), {} (`polc test` runs them), {}",
                       counted(policy.clauses.size(), "clause"), with_truth,
                       counted(policy.scenarios.size(), "scenario"), counted(policy.never_checks.size(), "check"));
}

std::string words_for(const std::vector<PropertyResult>& results) {
    std::string text;
    for (const PropertyResult& result : results) text += fmt::format("  {}\n", describe(result));
    return text;
}

std::string words_for(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += fmt::format("  {}\n", line);
    return text;
}

/// The policies of a run, each file once; those with one number must be a series.
class Series {
public:
    void add(const CheckedFile& checked) {
        if (checked.policy && files_.insert(checked.file).second)
            texts_.push_back(registry::summary_of(*checked.policy, {}));
    }

    /// The files of texts that are no series with others.
    [[nodiscard]] std::set<std::uint32_t> check(Sink& sink) const {
        std::vector<registry::PlacedText> placed;
        for (const registry::TextSummary& text : texts_) placed.push_back({&text, text.line});
        Sink found;
        registry::check_series(std::move(placed), found);
        std::set<std::uint32_t> unfit;
        for (const Finding& finding : found.sorted()) {
            unfit.insert(finding.span.file);
            for (const Label& label : finding.labels) unfit.insert(label.span.file);
            sink.add(finding);
        }
        return unfit;
    }

private:
    std::vector<registry::TextSummary> texts_;
    std::set<std::uint32_t> files_;
};

Told checked_file(Run& run, const std::string& name, Series& series) {
    const CheckedFile checked = check_any_file(run, name);
    Told told{.name = shown_name(name),
              .file = checked.file,
              .sound = checked.sound,
              .number = {},
              .counts = {},
              .below = {}};
    if (!checked.policy) return told;
    series.add(checked);
    const std::vector<PropertyResult> checks = prove_checks(*checked.policy, run.sink);
    told.sound = told.sound && std::none_of(checks.begin(), checks.end(), is_refuted);
    told.number = checked.policy->number;
    told.counts = counts_of(*checked.policy);
    told.below = words_for(checks) + words_for(compare_readings(*checked.policy, run.sink));
    report_lifecycle(*checked.policy, run.sink);
    return told;
}

}  // namespace

ExitCode run_check(const CheckOptions& options) {
    Run run(options.import_dirs);
    if (options.release) run.sink.escalate(FindingCode::open_reading);
    Series series;
    std::vector<Told> files;
    for (const std::string& file : options.files) files.push_back(checked_file(run, file, series));
    const std::set<std::uint32_t> unfit = series.check(run.sink);
    const ExitCode found = report(run, options.format, options.colour);
    if (options.format != OutputFormat::text) return found;
    std::string result;
    for (const Told& told : files) result += words_for(told, unfit);
    return print_result(result, found);
}

}  // namespace pol
