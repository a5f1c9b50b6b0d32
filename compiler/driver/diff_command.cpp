#include "compiler/ast/print.hpp"
#include "compiler/compare/report.hpp"
#include "compiler/compare/stated.hpp"
#include "compiler/driver/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace pol {
namespace {

/// A file as `polc fmt` prints it.
struct Canonical {
    std::string name;
    std::string text;
};

std::vector<Canonical> canonical_files(Run& run) {
    std::vector<Canonical> files;
    const std::vector<std::string> paths = run.loader.files_read();
    for (const std::string& path : paths)
        if (const std::optional<ast::File> file = run.loader.load_file(path))
            files.push_back({std::filesystem::path(path).filename().string(), ast::print(*file, run.sources)});
    return files;
}

/// Where rules are edited, lines in another order may be such an edit; then they are told of as one.
std::vector<comparison::WordingChange> changes_of(const Canonical& older, const Canonical& newer, bool has_edits) {
    std::vector<comparison::WordingChange> changes = comparison::wording_changes(older.text, newer.text);
    if (has_edits)
        std::erase_if(changes, [](const comparison::WordingChange& change) { return change.kind == "order"; });
    return changes;
}

/// Policies are compared with each other, imports with those of the same name.
std::vector<comparison::FileWording> wording_of(Run& old_run, Run& new_run, bool has_edits) {
    const std::vector<Canonical> older = canonical_files(old_run);
    const std::vector<Canonical> newer = canonical_files(new_run);
    std::vector<comparison::FileWording> wording;
    for (const Canonical& file : newer) {
        const auto named = &file == &newer.front()
                               ? older.begin()
                               : std::find_if(older.begin(), older.end(),
                                              [&](const Canonical& other) { return other.name == file.name; });
        if (named != older.end()) wording.push_back({file.name, changes_of(*named, file, has_edits)});
    }
    return wording;
}

ExitCode worst_of(ExitCode one, ExitCode two) { return static_cast<int>(one) < static_cast<int>(two) ? two : one; }

}  // namespace

ExitCode run_diff(const DiffOptions& options) {
    if (says_both_are_standard_input("diff", "old text", options.older, "new text", options.newer))
        return ExitCode::wrong_use;
    Run old_run(options.old_import_dirs.empty() ? options.import_dirs : options.old_import_dirs);
    Run new_run(options.import_dirs);
    const std::optional<model::Policy> older = build_model(old_run, options.older);
    const std::optional<model::Policy> newer = build_model(new_run, options.newer);
    if (!older || !newer) {
        const ExitCode was = older ? ExitCode::success : report(old_run, OutputFormat::text, options.colour);
        return worst_of(was, newer ? ExitCode::success : report(new_run, OutputFormat::text, options.colour));
    }
    const Comparison comparison = compare(*older, *newer);
    const comparison::DiffReport found{
        .older = *older,
        .newer = *newer,
        .comparison = comparison,
        .stated = comparison::changes_of_what_is_stated(*comparison.texts, *older, *newer),
        .wording = wording_of(old_run, new_run, !comparison.edits.empty())};
    const bool differs = options.exit_code && !comparison.changes.empty();
    return print_result(options.format == OutputFormat::json ? write_json(found) : write_text(found),
                        differs ? ExitCode::errors : ExitCode::success);
}

}  // namespace pol
