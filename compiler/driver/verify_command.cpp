#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/verify/verify.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>

namespace pol {
namespace {

std::string summary_of(const VerifyOptions& options, const Verified& verified, std::size_t differences) {
    const std::string compared = fmt::format("{}, {}, {}, {}, {} compared", counted(verified.boxes, "box", "boxes"),
                                             counted(verified.items, "item"), counted(verified.figures, "figure"),
                                             counted(verified.codes, "code"), counted(verified.rows, "row"));
    const std::string agreement = differences == 0 ? "agrees with" : counted(differences, "difference") + " from";
    return fmt::format("{}: {} {}; {}\n", shown_name(options.policy), agreement, shown_name(options.document),
                       compared);
}

/// The policy with what it imports, sound or not: `polc check` says what is wrong with it.
std::optional<ast::Program> load_program(Run& run, const std::string& path) {
    std::optional<ast::File> file = run.loader.load_file(path);
    if (!file) return std::nullopt;
    if (!std::holds_alternative<ast::Policy>(file->declared)) {
        report_no_policy(run, file->file);
        return std::nullopt;
    }
    std::optional<ast::Program> program = run.loader.load_imports(path, std::move(*file));
    return program && program->plan ? std::move(program) : std::nullopt;
}

}  // namespace

ExitCode run_verify(const VerifyOptions& options) {
    if (says_both_are_standard_input("verify", "policy", options.policy, "document", options.document))
        return ExitCode::wrong_use;
    Run run(options.import_dirs);
    const std::optional<ast::Program> program = load_program(run, options.policy);
    if (!program) return report(run, options.format, options.colour);
    const std::optional<std::uint32_t> document = run.loader.read_text(options.document);
    if (!document) return report(run, options.format, options.colour);
    const std::size_t findings = run.sink.error_count();
    const std::optional<Verified> verified = verify(*program, run.sources, *document, run.sink);
    const ExitCode found = report(run, options.format, options.colour);
    if (!verified || options.format != OutputFormat::text) return found;
    return print_result(summary_of(options, *verified, run.sink.error_count() - findings), found);
}

}  // namespace pol
