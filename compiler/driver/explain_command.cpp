#include "compiler/diagnostics/render_page.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "compiler/driver/commands.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace pol {
namespace {

/// The code as a message shows it, `[unknown-name]`, is as good as the code.
std::string without_brackets(std::string code) {
    std::erase_if(code, [](char c) { return c == '[' || c == ']'; });
    return code;
}

ExitCode say_unknown(const std::string& code) {
    std::vector<std::string> codes;
    for (const CatalogueEntry& entry : catalogue()) codes.emplace_back(entry.slug);
    const std::string meant = did_you_mean(code, codes);
    print_error(fmt::format("polc explain: there is no finding `{}`; {}\n", code,
                            meant.empty() ? "`polc explain` lists them all" : meant));
    return ExitCode::wrong_use;
}

}  // namespace

ExitCode run_explain(const ExplainOptions& options) {
    if (options.all) return print_result(render_all_pages(), ExitCode::success);
    if (options.code.empty()) return print_result(render_codes(), ExitCode::success);
    const std::string code = without_brackets(options.code);
    const auto entry = std::find_if(catalogue().begin(), catalogue().end(),
                                    [&](const CatalogueEntry& known) { return known.slug == code; });
    if (entry == catalogue().end()) return say_unknown(code);
    return print_result(render_page_text(*entry, is_coloured(options.colour, STDOUT_FILENO)), ExitCode::success);
}

}  // namespace pol
