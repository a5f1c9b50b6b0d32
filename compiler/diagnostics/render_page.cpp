#include "compiler/diagnostics/render_page.hpp"

#include "compiler/diagnostics/pages.hpp"
#include "compiler/diagnostics/paint.hpp"

#include <algorithm>
#include <vector>

namespace pol {
namespace {

constexpr std::string_view terminal = "terminal";

std::string where(const PageExample& example) {
    return (example.place == terminal ? "At the " : "In the ") + example.place + ":";
}

std::string lines_or_nothing(const PageExample& example) {
    return example.lines.empty() ? "(nothing)\n" : example.lines;
}

std::string indented(std::string_view lines, std::string_view blanks) {
    std::string text;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n') + 1;
        if (end > 1) text += blanks;
        text += lines.substr(0, end);
        lines.remove_prefix(end);
    }
    return text;
}

std::string examples_text(const std::vector<PageExample>& examples, bool colour) {
    std::string text;
    for (const PageExample& example : examples)
        text +=
            "\n  " + painted(where(example), Paint::bold, colour) + "\n" + indented(lines_or_nothing(example), "    ");
    return text;
}

std::string fenced(std::string_view language, std::string_view lines) {
    return "```" + std::string(language) + "\n" + std::string(lines) + "```\n";
}

std::string examples_markdown(const std::vector<PageExample>& examples) {
    std::string text;
    for (const PageExample& example : examples)
        text += "\n" + where(example) + "\n\n" +
                fenced(example.place == terminal ? "console" : "text", lines_or_nothing(example));
    return text;
}

std::string title(const CatalogueEntry& entry) {
    return std::string(severity_word(entry.severity)) + ": " + std::string(entry.summary);
}

constexpr std::string_view introduction =
    "# Findings\n\n"
    "What polc can find in a file, one code after another: what it means, an example, what polc says of the example, "
    "and\n"
    "how to mend it. `polc explain CODE` prints the same page, and `polc explain --all` printed this document.\n\n"
    "The lines of an example stand in the small policy below, in its older text, or in its printed document,\n"
    "`inhaler.txt`. A comment names each place; the example's lines take the place of those below that comment. What\n"
    "polc says of it comes from the command at the terminal where one is shown, from `polc verify inhaler.pol "
    "--against\n"
    "inhaler.txt` where lines of the document are, else from `polc check inhaler.pol`.\n";

}  // namespace

std::string render_page_text(const CatalogueEntry& entry, bool colour) {
    const FindingPage page = page_of(entry);
    std::string text = painted(entry.slug, Paint::bold, colour) + ", " + title(entry) + "\n";
    if (page.meaning.empty()) return text;
    text += "\n" + page.meaning + examples_text(page.bad, colour);
    text += "\n  " + painted("polc says:", Paint::bold, colour) + "\n" + indented(page.says, "    ");
    return text + "\n" + page.mending + examples_text(page.mended, colour);
}

std::string render_page_markdown(const CatalogueEntry& entry) {
    const FindingPage page = page_of(entry);
    std::string text = "## " + std::string(entry.slug) + "\n\n*" + title(entry) + "*\n";
    if (page.meaning.empty()) return text;
    text += "\n" + page.meaning + examples_markdown(page.bad) + "\npolc says:\n\n" + fenced("text", page.says);
    return text + "\n" + page.mending + examples_markdown(page.mended);
}

std::string render_all_pages() {
    std::string text(introduction);
    for (const PageFile& file : example_frame())
        text += "\n`" + std::string(file.name) + "`:\n\n" + fenced("text", file.text);
    for (const CatalogueEntry& entry : catalogue()) text += "\n" + render_page_markdown(entry);
    return text;
}

std::string render_codes() {
    std::size_t widest = 0;
    for (const CatalogueEntry& entry : catalogue()) widest = std::max(widest, entry.slug.size());
    std::string text;
    for (const CatalogueEntry& entry : catalogue()) {
        const std::string_view severity = severity_word(entry.severity);
        text += std::string(entry.slug) + std::string(widest + 2 - entry.slug.size(), ' ') + std::string(severity) +
                std::string(severity_word(Severity::warning).size() + 2 - severity.size(), ' ') +
                std::string(entry.summary) + "\n";
    }
    return text;
}

}  // namespace pol
