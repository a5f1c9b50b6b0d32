#include "compiler/ast/print.hpp"
#include "compiler/driver/commands.hpp"

namespace pol {

ExitCode run_fmt(const FmtOptions& options) {
    Run run({});
    const std::optional<ast::File> file = run.loader.load_file(options.file);
    const ExitCode found = report(run, OutputFormat::text, options.colour);
    return file ? print_result(ast::print(*file, run.sources), found) : found;
}

}  // namespace pol
