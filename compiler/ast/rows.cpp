#include "compiler/ast/rows.hpp"

#include "compiler/source/characters.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pol::ast {
namespace {

/// Lines are broken, where they may be, to stay within this width.
constexpr std::size_t widest_line = 118;
/// A wider cell does not push the columns of its neighbours out.
constexpr std::size_t widest_aligned_cell = 80;

std::size_t continuation_indent(std::size_t cell) { return cell == 0 ? 2 : 4; }

/// First columns of the cells of each group; entry 0 is not used.
using Columns = std::map<ColumnGroup, std::vector<std::size_t>>;

/// Where cell `cell` of a line wants to begin, given the columns found for those before it.
std::size_t wanted_start(const Line& line, std::size_t cell, const std::vector<std::size_t>& columns) {
    const std::size_t before = cell == 1 ? line.indent : columns[cell - 1];
    return before + display_width(line.cells[cell - 1].text) + line.cells[cell].gap;
}

void widen(std::vector<std::size_t>& columns, const Line& line, std::size_t cell) {
    if (line.cells.size() <= cell) return;
    columns.resize(std::max(columns.size(), cell + 1));
    if (display_width(line.cells[cell - 1].text) > widest_aligned_cell) return;
    columns[cell] = std::max(columns[cell], wanted_start(line, cell, columns));
}

Columns find_columns(const std::vector<Line>& lines) {
    std::size_t most_cells = 0;
    for (const Line& line : lines) most_cells = std::max(most_cells, line.cells.size());
    Columns columns;
    for (std::size_t cell = 1; cell < most_cells; ++cell)
        for (const Line& line : lines)
            if (line.group != 0) widen(columns[line.group], line, cell);
    return columns;
}

/// Builds the rows of one line, cell by cell.
class Rows {
public:
    explicit Rows(std::size_t indent) : rows_{std::string(indent, ' ')} {}

    void pad_to(std::size_t column) {
        const std::size_t width = display_width(rows_.back());
        if (width < column) rows_.back().append(column - width, ' ');
    }

    void add_cell(const Cell& cell, std::size_t indent) {
        const std::size_t start = width();
        std::size_t begin = 0;
        for (const std::size_t end : cell.breaks) {
            add_piece(cell.text.substr(begin, end - begin), begin > 0, start + indent);
            begin = end + 1;
        }
        add_piece(cell.text.substr(begin), begin > 0, start + indent);
    }

    [[nodiscard]] std::size_t width() const { return display_width(rows_.back()); }

    [[nodiscard]] LineRows take() {
        for (std::string& row : rows_) row.erase(row.find_last_not_of(' ') + 1);
        return std::move(rows_);
    }

private:
    void add_piece(const std::string& piece, bool after_blank, std::size_t indent) {
        if (after_blank && width() + 1 + display_width(piece) > widest_line)
            rows_.emplace_back(indent, ' ');
        else if (after_blank)
            rows_.back() += ' ';
        rows_.back() += piece;
    }

    LineRows rows_;
};

/// The rows of a line whose cells begin in `columns`, or none of them in any if that is null.
LineRows rows_in(const Line& line, const std::vector<std::size_t>* columns) {
    Rows rows(line.indent);
    for (std::size_t cell = 0; cell < line.cells.size(); ++cell) {
        if (cell > 0) {
            const std::size_t aligned = columns == nullptr ? 0 : (*columns)[cell];
            rows.pad_to(std::max(aligned, rows.width() + line.cells[cell].gap));
        }
        rows.add_cell(line.cells[cell], continuation_indent(cell));
    }
    return rows.take();
}

std::size_t widest(const LineRows& rows) {
    std::size_t width = 0;
    for (const std::string& row : rows) width = std::max(width, display_width(row));
    return width;
}

/// Whether a line is better off without the columns of its group: it takes fewer rows then, or only then fits into one.
bool is_better(const LineRows& alone, const LineRows& aligned) {
    if (alone.size() != aligned.size()) return alone.size() < aligned.size();
    return widest(aligned) > widest_line && widest(alone) <= widest_line;
}

LineRows rows_of(const Line& line, const Columns& columns) {
    const auto found = columns.find(line.group);
    if (found == columns.end()) return rows_in(line, nullptr);
    LineRows aligned = rows_in(line, &found->second);
    if (!line.leaves_columns) return aligned;
    LineRows alone = rows_in(line, nullptr);
    return is_better(alone, aligned) ? alone : aligned;
}

}  // namespace

std::vector<LineRows> make_rows(const std::vector<Line>& lines) {
    const Columns columns = find_columns(lines);
    std::vector<LineRows> rows;
    rows.reserve(lines.size());
    for (const Line& line : lines) rows.push_back(rows_of(line, columns));
    return rows;
}

}  // namespace pol::ast
