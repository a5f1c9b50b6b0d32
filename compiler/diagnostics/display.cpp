#include "compiler/diagnostics/display.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pol {
namespace {

constexpr std::size_t tab_width = 4;
/// Longer lines are clipped to about this many columns.
constexpr std::size_t widest_line = 118;
/// Columns kept before the mark of a clipped line.
constexpr std::size_t kept_before = 40;
constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "…";

/// One character: where its bytes lie in the line, what is shown for it, and its columns.
struct Cell {
    std::size_t offset = 0;
    std::string shown;
    std::size_t column = 0;
    std::size_t width = 1;
};

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

CodePoint decode(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return {first, 1, true};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return {};
    std::uint32_t value = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U) return {};
        value = value << 6U | (byte & 0x3FU);
    }
    return {value, length, true};
}

struct Range {
    std::uint32_t first;
    std::uint32_t last;
};

template <std::size_t N>
bool within(std::uint32_t value, const Range (&ranges)[N]) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& range) { return value >= range.first && value <= range.last; });
}

/// Controls, and the marks that reorder what a reader sees.
bool is_unprintable(std::uint32_t value) {
    static constexpr Range ranges[] = {
        {0x00, 0x1F}, {0x7F, 0x9F}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};
    return within(value, ranges);
}

/// Combining marks and joiners, which stand on the character before them.
bool is_combining(std::uint32_t value) {
    static constexpr Range ranges[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                                       {0x064B, 0x065F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D},
                                       {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
    return within(value, ranges);
}

/// East Asian wide characters and emoji, two columns each.
bool is_wide(std::uint32_t value) {
    static constexpr Range ranges[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0x33FF}, {0x3400, 0x4DBF},
                                       {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},  {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
                                       {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    return within(value, ranges);
}

Cell make_cell(std::string_view bytes, const CodePoint& point, std::size_t offset, std::size_t column) {
    if (point.valid && point.value == '\t') {
        const std::size_t width = tab_width - column % tab_width;
        return {offset, std::string(width, ' '), column, width};
    }
    if (!point.valid || is_unprintable(point.value)) return {offset, std::string(replacement), column, 1};
    const std::size_t width = is_combining(point.value) ? 0 : is_wide(point.value) ? 2 : 1;
    return {offset, std::string(bytes.substr(0, point.bytes)), column, width};
}

std::vector<Cell> make_cells(std::string_view line) {
    std::vector<Cell> cells;
    std::size_t column = 0;
    for (std::size_t offset = 0; offset < line.size();) {
        const CodePoint point = decode(line.substr(offset));
        cells.push_back(make_cell(line.substr(offset), point, offset, column));
        column += cells.back().width;
        offset += point.bytes;
    }
    return cells;
}

/// The column at which a byte of the line is shown; the column after the last one for the line's end.
std::size_t column_at(const std::vector<Cell>& cells, std::size_t offset) {
    for (const Cell& cell : cells)
        if (cell.offset >= offset) return cell.column;
    return cells.empty() ? 0 : cells.back().column + cells.back().width;
}

/// The characters that lie wholly in the columns `from` … `to`, with signs where something was cut off.
std::string shown_between(const std::vector<Cell>& cells, std::size_t from, std::size_t to) {
    std::string text;
    bool cut_after = false;
    for (const Cell& cell : cells) {
        if (cell.column < from) continue;
        cut_after = cell.column + cell.width > to;
        if (cut_after) break;
        text += cell.shown;
    }
    return (from > 0 ? std::string(ellipsis) : std::string()) + text +
           (cut_after ? std::string(ellipsis) : std::string());
}

/// The first column to show so that the mark is seen: a whole character's, or 0 where all fits.
std::size_t first_shown_column(const std::vector<Cell>& cells, std::size_t marked) {
    const std::size_t line_width = cells.empty() ? 0 : cells.back().column + cells.back().width;
    if (line_width <= widest_line || marked <= widest_line - kept_before) return 0;
    for (const Cell& cell : cells)
        if (cell.column + kept_before >= marked) return cell.column;
    return 0;
}

}  // namespace

Excerpt make_excerpt(std::string_view line, std::size_t begin, std::size_t end) {
    const std::vector<Cell> cells = make_cells(line);
    const std::size_t marked = column_at(cells, begin);
    const std::size_t marked_end = std::max(column_at(cells, end), marked + 1);
    const std::size_t from = first_shown_column(cells, marked);
    const std::size_t to = from + widest_line;
    return {.text = shown_between(cells, from, to),
            .column = marked - from + (from > 0 ? 1 : 0),
            .width = std::max<std::size_t>(1, std::min(marked_end, to) - marked)};
}

}  // namespace pol
