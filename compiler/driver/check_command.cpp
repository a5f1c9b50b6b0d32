#include "compiler/analyze/analyze.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/registry/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace pol {
namespace {

bool is_refuted(const PropertyResult& result) { return result.verdict == PropertyResult::Verdict::refuted; }

std::string summary_of(const std::string& file, const CheckedFile& checked) {
    if (!checked.sound) return fmt::format("{}: errors\n", file);
    if (!checked.policy) return fmt::format("{}: sound\n", file);
    const model::Policy& policy = *checked.policy;
    return fmt::format("{}: sound; {}, {} (`polc test` runs them), {}\n", file,
                       counted(policy.clauses.size(), "clause"), counted(policy.scenarios.size(), "scenario"),
                       counted(policy.never_checks.size(), "check"));
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

    void check(Sink& sink) const {
        std::vector<registry::PlacedText> placed;
        for (const registry::TextSummary& text : texts_) placed.push_back({&text, text.line});
        registry::check_series(std::move(placed), sink);
    }

private:
    std::vector<registry::TextSummary> texts_;
    std::set<std::uint32_t> files_;
};

}  // namespace

ExitCode run_check(const CheckOptions& options) {
    Run run(options.import_dirs);
    if (options.release) run.sink.escalate(FindingCode::open_reading);
    std::string result;
    Series series;
    for (const std::string& file : options.files) {
        CheckedFile checked = check_any_file(run, file);
        std::vector<PropertyResult> checks;
        std::vector<std::string> readings;
        if (checked.policy) {
            checks = prove_checks(*checked.policy, run.sink);
            readings = compare_readings(*checked.policy, run.sink);
            report_lifecycle(*checked.policy, run.sink);
        }
        series.add(checked);
        checked.sound = checked.sound && std::none_of(checks.begin(), checks.end(), is_refuted);
        result += summary_of(file, checked) + words_for(checks) + words_for(readings);
    }
    series.check(run.sink);
    const ExitCode found = report(run, options.format, options.colour);
    return options.format == OutputFormat::text ? print_result(result, found) : found;
}

}  // namespace pol
