#include "compiler/analyze/analyze.hpp"
#include "compiler/driver/commands.hpp"

#include <fmt/format.h>

namespace pol {
namespace {

std::string counted(std::size_t count, const char* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string summary_of(const std::string& file, const CheckedFile& checked) {
    if (!checked.sound) return fmt::format("{}: errors\n", file);
    if (!checked.policy) return fmt::format("{}: sound\n", file);
    const model::Policy& policy = *checked.policy;
    return fmt::format("{}: sound; {}, {} (`polc test` runs them), {}\n", file,
                       counted(policy.clauses.size(), "clause"), counted(policy.scenarios.size(), "scenario"),
                       counted(policy.never_checks.size(), "check"));
}

std::string proofs_of(const CheckedFile& checked) {
    std::string text;
    if (!checked.policy) return text;
    for (const model::NeverCheck& check : checked.policy->never_checks)
        text += fmt::format("  {}\n", describe(check_property(*checked.policy, check)));
    return text;
}

}  // namespace

ExitCode run_check(const CheckOptions& options) {
    Run run(options.import_dirs);
    if (options.release) run.sink.escalate(FindingCode::open_reading);
    std::string result;
    for (const std::string& file : options.files) {
        const CheckedFile checked = check_any_file(run, file);
        result += summary_of(file, checked) + proofs_of(checked);
    }
    const ExitCode found = report(run, options.format);
    return options.format == OutputFormat::text ? print_result(result, found) : found;
}

}  // namespace pol
