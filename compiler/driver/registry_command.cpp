#include "compiler/driver/commands.hpp"
#include "compiler/driver/files.hpp"
#include "compiler/driver/lines.hpp"
#include "compiler/emit/emit.hpp"
#include "compiler/registry/emit_registry.hpp"
#include "compiler/registry/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace pol {
namespace {

namespace fs = std::filesystem;

/// The policies of a list, with their summaries.
struct Listed {
    std::vector<std::string> policies;
    std::vector<registry::TextSummary> texts;
};

ExitCode add_summary(const std::string& policy, const std::string& directory, Listed& listed) {
    const std::string path = (fs::path(directory) / fs::path(policy).stem()).generic_string() + ".summary.json";
    FileError error;
    const std::optional<std::string> text = read_file(path, error);
    if (!text) return report_unreadable(path, error.reason);
    std::optional<registry::TextSummary> summary = registry::read_summary(*text);
    if (!summary) {
        print_error(fmt::format("{}: error: is no summary that this polc wrote; compile `{}` again\n", path, policy));
        return ExitCode::errors;
    }
    listed.policies.push_back(policy);
    listed.texts.push_back(std::move(*summary));
    return ExitCode::success;
}

ExitCode read_list(const RegistryOptions& options, Listed& listed) {
    FileError error;
    const std::optional<std::string> list = read_text_file(options.list, error);
    if (!list) return report_unreadable(shown_name(options.list), error.reason);
    ExitCode worst = ExitCode::success;
    for (const FilledLine& line : filled_lines(*list))
        worst = std::max(worst, add_summary(std::string(line.text), options.summaries, listed));
    return worst;
}

std::vector<registry::PlacedText> placed(const Listed& listed) {
    std::vector<registry::PlacedText> texts;
    for (std::size_t i = 0; i < listed.texts.size(); ++i) {
        const Span line = listed.texts[i].line;
        texts.push_back({&listed.texts[i], {static_cast<std::uint32_t>(i), line.begin, line.end}});
    }
    return texts;
}

/// The policies themselves are read only to show what is wrong with them.
ExitCode check_series(const Listed& listed, const RegistryOptions& options) {
    Sink found;
    registry::check_series(placed(listed), found);
    if (!found.has_errors()) return ExitCode::success;
    Run run({});
    for (const std::string& policy : listed.policies) static_cast<void>(run.loader.read_text(policy));
    registry::check_series(placed(listed), run.sink);
    return report(run, options.format, options.colour);
}

ExitCode write_pair(const std::string& header, const std::string& source, const registry::GeneratedRegistry& code) {
    FileError error;
    if (!write_if_changed(header, code.header, error)) return report_unwritable(header, error.reason);
    if (!write_if_changed(source, code.source, error)) return report_unwritable(source, error.reason);
    return ExitCode::success;
}

ExitCode write_registry(const Listed& listed, const RegistryOptions& options) {
    const registry::RegistryOptions named = {options.name + "_registry", options.enclosing_namespace};
    const std::string base = (fs::path(options.output_dir) / named.name).generic_string();
    const ExitCode code = write_pair(base + ".hpp", base + ".cpp", registry::emit_registry(listed.texts, named));
    if (code != ExitCode::success || !options.arrow) return code;
    return write_pair(base + "_arrow.h", base + "_arrow.cpp", registry::emit_registry_arrow(listed.texts, named));
}

/// What is wrong with the command line itself, or nothing.
std::string wrong_use(const RegistryOptions& options) {
    if (!is_namespace(options.name) || options.name.find(':') != std::string::npos)
        return fmt::format("`{}` is no C++ name, such as `plan_policies`", options.name);
    if (!options.enclosing_namespace.empty() && !is_namespace(options.enclosing_namespace))
        return fmt::format("`{}` is no C++ namespace, such as `plan::drugs`", options.enclosing_namespace);
    return {};
}

}  // namespace

ExitCode run_registry(const RegistryOptions& options) {
    if (const std::string slip = wrong_use(options); !slip.empty()) {
        print_error(fmt::format("polc registry: {}\n", slip));
        return ExitCode::wrong_use;
    }
    Listed listed;
    ExitCode code = read_list(options, listed);
    if (code == ExitCode::success) code = check_series(listed, options);
    return code == ExitCode::success ? write_registry(listed, options) : code;
}

}  // namespace pol
