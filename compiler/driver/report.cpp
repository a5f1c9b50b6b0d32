#include "compiler/driver/report.hpp"

#include "compiler/diagnostics/render.hpp"
#include "compiler/driver/files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace pol {
namespace {

ExitCode ending(const Run& run) {
    if (run.loader.had_unreadable_file()) return ExitCode::environment;
    return run.sink.has_errors() ? ExitCode::errors : ExitCode::success;
}

/// Whoever reads findings on a terminal can ask for more; logs and programs have no use for the line.
std::string explanation(const std::vector<Finding>& findings) {
    if (findings.empty() || ::isatty(STDERR_FILENO) == 0) return {};
    const auto error = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return severity_of(finding) == Severity::error; });
    const FindingCode first = error == findings.end() ? findings.front().code : error->code;
    const bool alike =
        std::all_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == first; });
    const std::string_view slug = catalogue_entry(first).slug;
    return alike ? fmt::format("`polc explain {}` tells more, with an example\n", slug)
                 : fmt::format("`polc explain CODE` tells more of each, such as `polc explain {}`\n", slug);
}

std::string text_of(const std::vector<Finding>& findings, const SourceMap& sources, bool colour) {
    return render_text(findings, sources, colour) + render_counts(findings, sources, colour) + explanation(findings);
}

std::string rendered(const Run& run, OutputFormat format, Colour colour) {
    const std::vector<Finding> findings = run.sink.sorted();
    switch (format) {
        case OutputFormat::text:
            return text_of(findings, run.sources, is_coloured(colour, STDERR_FILENO));
        case OutputFormat::json:
            return render_json(findings, run.sources);
        case OutputFormat::sarif: {
            const ExitCode code = ending(run);
            std::error_code unknown;
            return render_sarif(findings, run.sources,
                                {.version = POL_VERSION,
                                 .exit_code = static_cast<int>(code),
                                 .exit_meaning = meaning_of(code),
                                 .done = code != ExitCode::environment,
                                 .folder = std::filesystem::current_path(unknown).generic_string()});
        }
    }
    return {};
}

}  // namespace

std::string meaning_of(ExitCode code) {
    switch (code) {
        case ExitCode::success:
            return "no errors";
        case ExitCode::errors:
            return "errors";
        case ExitCode::wrong_use:
            return "wrong use";
        case ExitCode::environment:
            return "a file could not be read or written";
    }
    return {};
}

ExitCode report(const Run& run, OutputFormat format, Colour colour) {
    print_error(rendered(run, format, colour));
    return ending(run);
}

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

bool says_both_are_standard_input(const std::string& command, const std::string& one, const std::string& path_of_one,
                                  const std::string& other, const std::string& path_of_other) {
    if (path_of_one != "-" || path_of_other != "-") return false;
    print_error(fmt::format("polc {}: {} and {} cannot both come from standard input\n", command, one, other));
    return true;
}

ExitCode print_result(const std::string& text, ExitCode so_far) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return so_far;
    return report_unwritable("standard output", system_reason());
}

ExitCode when_all_is_told(ExitCode so_far) {
    const bool is_lost = std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
    if (is_lost && so_far != ExitCode::environment) so_far = report_unwritable("standard output", system_reason());
    return std::ferror(stderr) != 0 ? ExitCode::environment : so_far;
}

ExitCode report_unreadable(const std::string& path, const std::string& reason, const char* what) {
    print_error(fmt::format("{}: error: cannot read the {}: {} [{}]\n", path, what, reason,
                            catalogue_entry(FindingCode::file_not_readable).slug));
    return ExitCode::environment;
}

ExitCode report_unwritable(const std::string& path, const std::string& reason) {
    print_error(fmt::format("{}: error: cannot write: {} [{}]\n", path, reason,
                            catalogue_entry(FindingCode::file_not_writable).slug));
    return ExitCode::environment;
}

}  // namespace pol
