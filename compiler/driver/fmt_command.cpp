#include "compiler/ast/print.hpp"
#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/driver/unified_diff.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace pol {
namespace {

/// What is wrong with the command line itself, or nothing.
std::string wrong_use(const FmtOptions& options) {
    if (options.write && (options.check || options.diff))
        return "`--write` changes files, `--check` and `--diff` only look at them; choose one";
    if (options.write && std::find(options.files.begin(), options.files.end(), "-") != options.files.end())
        return "`--write` needs files; the form of standard input goes to standard output without it";
    return {};
}

/// Brings files into their canonical form, one after another, and keeps how it went.
class Formatter {
public:
    explicit Formatter(const FmtOptions& options) : options_(options), run_({}) {}

    [[nodiscard]] ExitCode format() {
        for (const std::string& file : options_.files)
            if (const std::optional<ast::File> read = run_.loader.load_file(file)) take(file, *read);
        const ExitCode found = report(run_, OutputFormat::text, options_.colour);
        return print_result(result_, std::max(found, worst_));
    }

private:
    void take(const std::string& file, const ast::File& read) {
        const SourceFile& source = run_.sources.file(read.file);
        const std::string canonical = ast::print(read, run_.sources);
        if (options_.write) return write(file, canonical);
        if (!options_.check && !options_.diff) {
            result_ += canonical;
            return;
        }
        if (source.text() == canonical) return;
        if (options_.check) worst_ = std::max(worst_, ExitCode::errors);
        result_ += options_.diff ? unified_diff(source.name(), source.text(), canonical,
                                                is_coloured(options_.colour, STDOUT_FILENO))
                                 : source.name() + "\n";
    }

    void write(const std::string& file, const std::string& canonical) {
        FileError error;
        if (!write_if_changed(file, canonical, error)) worst_ = report_unwritable(file, error.reason);
    }

    const FmtOptions& options_;
    Run run_;
    std::string result_;
    ExitCode worst_ = ExitCode::success;
};

}  // namespace

ExitCode run_fmt(const FmtOptions& options) {
    if (const std::string slip = wrong_use(options); !slip.empty()) {
        print_error(fmt::format("polc fmt: {}\n", slip));
        return ExitCode::wrong_use;
    }
    return Formatter(options).format();
}

}  // namespace pol
