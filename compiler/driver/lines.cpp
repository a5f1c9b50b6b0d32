#include "compiler/driver/lines.hpp"

#include <algorithm>

namespace pol {

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

std::vector<FilledLine> filled_lines(std::string_view text) {
    text = without_byte_order_mark(text);
    std::vector<FilledLine> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") != std::string_view::npos) lines.push_back({line, number});
    }
    return lines;
}

}  // namespace pol
