#include "compiler/driver/report.hpp"

#include "compiler/diagnostics/render.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace pol {
namespace {

ExitCode ending(const Run& run) {
    if (run.loader.had_unreadable_file()) return ExitCode::environment;
    return run.sink.has_errors() ? ExitCode::errors : ExitCode::success;
}

std::string rendered(const Run& run, OutputFormat format, Colour colour) {
    const std::vector<Finding> findings = run.sink.sorted();
    switch (format) {
        case OutputFormat::text:
            return render_text(findings, run.sources, is_coloured(colour, STDERR_FILENO));
        case OutputFormat::json:
            return render_json(findings, run.sources);
    }
    return {};
}

}  // namespace

ExitCode report(const Run& run, OutputFormat format, Colour colour) {
    const std::string text = rendered(run, format, colour);
    std::fwrite(text.data(), 1, text.size(), stderr);
    return ending(run);
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
