#include "compiler/diagnostics/pages.hpp"

#include <algorithm>

namespace pol {
namespace {

// Files as CMake embedded them (embed_pages.cmake).
constexpr PageFile pages[] = {
#include "compiler/diagnostics/pages.inc"
};

constexpr PageFile frame[] = {
#include "compiler/diagnostics/frame.inc"
};

constexpr std::string_view heading_sign = "== ";

std::string without_blank_lines_around(std::string_view text) {
    const std::size_t begin = text.find_first_not_of('\n');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of('\n') - begin + 1)) + "\n";
}

/// Puts the text below a heading where it belongs.
void take_part(FindingPage& page, std::string_view heading, std::string_view text) {
    const std::string body = without_blank_lines_around(text);
    const auto example = [&](std::string_view start) { return std::string(heading.substr(start.size())); };
    if (heading.starts_with("bad: ")) page.bad.push_back({example("bad: "), body});
    if (heading.starts_with("mended: ")) page.mended.push_back({example("mended: "), body});
    if (heading == "says") page.says = body;
    if (heading == "mend") page.mending = body;
    if (heading.empty()) page.meaning = body;
}

}  // namespace

FindingPage read_page(std::string_view text) {
    FindingPage page;
    std::string_view heading;
    while (true) {
        const std::size_t next = text.starts_with(heading_sign) ? 0 : text.find("\n== ");
        const std::size_t end = std::min(next == 0 ? 0 : next + 1, text.size());
        take_part(page, heading, text.substr(0, next == std::string_view::npos ? next : end));
        if (next == std::string_view::npos) return page;
        text.remove_prefix(end + heading_sign.size());
        const std::size_t line_end = std::min(text.find('\n'), text.size());
        heading = text.substr(0, line_end);
        text.remove_prefix(std::min(line_end + 1, text.size()));
    }
}

FindingPage page_of(const CatalogueEntry& entry) {
    const auto* page =
        std::find_if(std::begin(pages), std::end(pages), [&](const PageFile& file) { return file.name == entry.slug; });
    return page == std::end(pages) ? FindingPage{} : read_page(page->text);
}

const std::vector<PageFile>& example_frame() {
    static const std::vector<PageFile> files(std::begin(frame), std::end(frame));
    return files;
}

}  // namespace pol
