#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/expression.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pol::ast {

/// Lines of one group share their columns; 0 is no group.
using ColumnGroup = std::size_t;

/// Part of a line that begins in a column. `gap` blanks at least stand before it; at the blanks in `breaks` a line that
/// is too long may be broken.
struct Cell {
    std::string text;
    std::size_t gap = 0;
    std::vector<std::size_t> breaks;
};

/// A line to be laid out, with the places of the source its words come from: comments follow these.
struct Line {
    std::size_t indent = 0;
    ColumnGroup group = 0;
    std::vector<Cell> cells;
    std::vector<std::uint32_t> anchors;
    /// An empty line must stand before it; otherwise there is one where the source had one.
    bool set_apart = false;
    /// Opens a block: no empty line after it. Closes a block: none before it.
    bool opens = false;
    bool closes = false;
    /// Leaves the columns of its group where it takes fewer rows without them.
    bool leaves_columns = false;
};

/// Takes the words of a file in their order and makes lines of them.
class Writer {
public:
    /// Adds words to the line being written, a blank before them. A span anchors the line at its beginning.
    Writer& words(std::string_view text);
    Writer& words(const Name& name);
    Writer& words(const Text& text);
    Writer& words(const Date& date);
    Writer& words(const Duration& duration);
    Writer& words(const Decimal& decimal);
    Writer& words(const Quantity& quantity);
    Writer& words(const Number& number);
    Writer& words(const ItemReference& reference);
    Writer& words(const ItemRange& range);
    /// Adds text without a blank before it.
    Writer& glued(std::string_view text);
    /// Says that the next words come after a blank at which the line may be broken.
    Writer& soft();
    /// Says that the next words stand right behind the last ones, without a blank.
    Writer& join();
    /// Goes to the next column of the line.
    Writer& column(std::size_t gap = 2);
    /// The words of the column being written.
    [[nodiscard]] const std::string& cell() const { return lines_.back().cells.back().text; }
    /// Says where in the source the line being written comes from.
    Writer& at(const Span& span);

    /// Puts the line being written, which must be begun, into a group.
    Writer& in(ColumnGroup group);
    /// Says that the line being written need not keep to the columns of its group.
    Writer& leave_columns();
    Writer& set_apart();
    /// Says that the line being written is never broken, however long it is.
    Writer& unbroken();
    void end_line();
    /// Ends the line, which opens a block of lines `columns` further in.
    void open(std::size_t columns = 2);
    /// Writes the `end` of a block, anchored at the end of its span. The line is left open for what may follow.
    void close(const Span& block, std::size_t columns = 2);
    void indent(std::size_t columns) { indent_ += columns; }
    void outdent(std::size_t columns) { indent_ -= columns; }

    [[nodiscard]] ColumnGroup new_group() { return ++last_group_; }
    /// All lines written. The last must have been ended.
    [[nodiscard]] std::vector<Line> take_lines();

private:
    Line& line();

    std::vector<Line> lines_;
    bool line_begun_ = false;
    bool soft_ = false;
    bool joins_ = false;
    std::size_t indent_ = 0;
    ColumnGroup last_group_ = 0;
};

/// Writes a list with commas, breakable after each.
template <class List, class WriteOne>
void write_list(Writer& writer, const List& list, WriteOne&& write_one) {
    bool first = true;
    for (const auto& member : list) {
        if (!first) writer.glued(",").soft();
        write_one(member);
        first = false;
    }
}

template <class List>
void write_list(Writer& writer, const List& list) {
    write_list(writer, list, [&](const auto& member) { writer.words(member); });
}

}  // namespace pol::ast
