#include "runtime/json/text_layout.hpp"

#include "runtime/json/utf8.hpp"

#include <algorithm>

namespace pol::json {

namespace {

constexpr std::size_t page_width = 80;

[[nodiscard]] std::size_t width(std::string_view text) {
    const auto continued = std::count_if(text.begin(), text.end(), is_continuation);
    return text.size() - static_cast<std::size_t>(continued);
}

[[nodiscard]] std::vector<std::size_t> column_widths(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        // The last cell of a row has nothing to its right, so it may be as wide as it likes.
        for (std::size_t i = 0; i + 1 < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    return widths;
}

}  // namespace

std::string table(const std::vector<Row>& rows) {
    const std::vector<std::size_t> widths = column_widths(rows);
    std::string lines;
    for (const Row& row : rows) {
        std::string line = "  ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) line.append(widths[i] - width(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines += line + '\n';
    }
    return lines;
}

std::string joined(const std::vector<std::string>& items) {
    std::string list;
    for (const std::string& item : items) list += (list.empty() ? "" : ", ") + item;
    return list;
}

std::vector<std::string> wrapped(const std::vector<std::string>& items, std::size_t indent) {
    std::vector<std::string> lines;
    for (const std::string& item : items) {
        if (lines.empty() || indent + width(lines.back()) + 2 + width(item) > page_width)
            lines.push_back(item);
        else
            lines.back() += ", " + item;
    }
    return lines;
}

std::string in_capitals(std::string_view words) {
    std::string capitals(words);
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

}  // namespace pol::json
