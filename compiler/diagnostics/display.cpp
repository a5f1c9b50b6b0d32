#include "compiler/diagnostics/display.hpp"

#include "compiler/source/characters.hpp"

#include <algorithm>
#include <vector>

namespace pol {
namespace {

constexpr std::size_t tab_width = 4;
/// Longer lines are clipped to about this many columns.
constexpr std::size_t widest_line = 118;
/// Bytes looked at on either side of where a mark begins; what is farther away is clipped in any case.
constexpr std::size_t considered = 4096;
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

Cell make_cell(std::string_view bytes, const Character& character, std::size_t offset, std::size_t column) {
    if (character.valid && character.code_point == '\t') {
        const std::size_t width = tab_width - column % tab_width;
        return {offset, std::string(width, ' '), column, width};
    }
    if (!character.valid || is_unprintable(character.code_point)) return {offset, std::string(replacement), column, 1};
    const std::size_t width = columns_of(character.code_point);
    return {offset, std::string(bytes.substr(0, character.bytes)), column, width};
}

std::vector<Cell> make_cells(std::string_view line) {
    std::vector<Cell> cells;
    std::size_t column = 0;
    for (std::size_t offset = 0; offset < line.size();) {
        const Character character = first_character(line.substr(offset));
        cells.push_back(make_cell(line.substr(offset), character, offset, column));
        column += cells.back().width;
        offset += character.bytes;
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

/// How many bytes of a line lie too far before its mark to be looked at; whole characters.
std::size_t skipped_before(std::string_view line, std::size_t begin) {
    if (begin <= considered) return 0;
    std::size_t skipped = begin - considered;
    while (skipped > 0 && (static_cast<unsigned char>(line[skipped]) & 0xC0U) == 0x80U) --skipped;
    return skipped;
}

}  // namespace

Excerpt make_excerpt(std::string_view line, std::size_t begin, std::size_t end) {
    const std::size_t skipped = skipped_before(line, begin);
    begin -= skipped;
    end -= skipped;
    const std::vector<Cell> cells = make_cells(line.substr(skipped, begin + considered));
    const std::size_t marked = column_at(cells, begin);
    const std::size_t from = first_shown_column(cells, marked);
    const std::size_t to = from + widest_line;
    Excerpt excerpt{.text = shown_between(cells, from, to), .column = marked - from + (from > 0 ? 1 : 0), .width = 1};
    const std::size_t marked_end = std::min(column_at(cells, end), to);
    const std::size_t shown_end = display_width(excerpt.text);
    if (marked_end > marked && shown_end > excerpt.column)
        excerpt.width = std::min(marked_end - marked, shown_end - excerpt.column);
    return excerpt;
}

}  // namespace pol
