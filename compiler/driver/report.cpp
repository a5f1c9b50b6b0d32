#include "compiler/driver/report.hpp"

#include "compiler/diagnostics/render.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace pol {

ExitCode report(const Run& run, OutputFormat format) {
    const std::vector<Finding> findings = run.sink.sorted();
    const std::string text = format == OutputFormat::json
                                 ? render_json(findings, run.sources)
                                 : render_text(findings, run.sources, ::isatty(STDERR_FILENO) != 0);
    std::fwrite(text.data(), 1, text.size(), stderr);
    if (run.loader.had_unreadable_file()) return ExitCode::environment;
    return run.sink.has_errors() ? ExitCode::errors : ExitCode::success;
}

ExitCode print_result(const std::string& text, ExitCode so_far) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return so_far;
    return report_unwritable("standard output", system_reason());
}

ExitCode report_unwritable(const std::string& path, const std::string& reason) {
    fmt::print(stderr, "{}: error: cannot write: {} [{}]\n", path, reason,
               catalogue_entry(FindingCode::file_not_writable).slug);
    return ExitCode::environment;
}

std::string unknown_command(const std::string& word, const std::vector<std::string>& commands) {
    const std::string meant = did_you_mean(word, commands);
    return fmt::format("polc: there is no command `{}`{}\n", word,
                       meant.empty() ? "; see `polc --help`" : "; " + meant);
}

}  // namespace pol
