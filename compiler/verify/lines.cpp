#include "compiler/verify/lines.hpp"

#include "compiler/verify/furniture.hpp"

#include <utility>

namespace pol::verifying {
namespace {

PrintedText without_outer_blanks(const PrintedText& text) {
    const std::size_t first = text.text.find_first_not_of(' ');
    if (first == std::string::npos) return {{}, {}, text.file};
    return text.part(first, text.text.find_last_not_of(' ') + 1);
}

}  // namespace

std::vector<PrintedLine> printed_lines(const SourceFile& file, std::uint32_t number) {
    std::vector<PrintedLine> lines;
    bool gap = true;
    bool page = false;
    for (std::uint32_t i = 1; i <= file.line_count(); ++i) {
        const std::string_view source = file.line_text(i);
        page = page || source.find('\f') != std::string_view::npos;
        PrintedText text = without_outer_blanks(plain_signs(source, number, file.line_begin(i)));
        if (text.empty()) {
            gap = true;
            if (!lines.empty()) lines.back().gap_behind = true;
            continue;
        }
        lines.push_back({std::move(text), gap || page, false, page});
        gap = page = false;
    }
    if (!lines.empty()) lines.back().gap_behind = true;
    return without_furniture(std::move(lines));
}

}  // namespace pol::verifying
