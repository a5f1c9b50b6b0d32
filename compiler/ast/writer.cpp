#include "compiler/ast/writer.hpp"

#include "compiler/ast/words.hpp"

#include <cassert>
#include <utility>

namespace pol::ast {

Line& Writer::line() {
    if (!line_begun_) {
        lines_.push_back({.indent = indent_,
                          .group = 0,
                          .cells = {Cell{}},
                          .anchors = {},
                          .set_apart = false,
                          .opens = false,
                          .closes = false,
                          .leaves_columns = false});
        line_begun_ = true;
    }
    return lines_.back();
}

Writer& Writer::words(std::string_view text) {
    Cell& cell = line().cells.back();
    if (soft_) cell.breaks.push_back(cell.text.size());
    if (!cell.text.empty() && !joins_) cell.text += ' ';
    cell.text += text;
    soft_ = false;
    joins_ = false;
    return *this;
}

Writer& Writer::words(const Name& name) { return at(name.span).words(name.text); }
Writer& Writer::words(const Text& text) { return at(text.span).words(written(text)); }
Writer& Writer::words(const Date& date) { return at(date.span).words(written(date)); }
Writer& Writer::words(const Duration& duration) { return at(duration.span).words(written(duration)); }
Writer& Writer::words(const Decimal& decimal) { return at(decimal.span).words(written(decimal)); }
Writer& Writer::words(const Quantity& quantity) { return at(quantity.span).words(written(quantity)); }
Writer& Writer::words(const Number& number) { return at(number.span).words(std::to_string(number.value)); }
Writer& Writer::words(const ItemReference& reference) { return at(reference.span).words(written(reference)); }
Writer& Writer::words(const ItemRange& range) { return at(range.span).words(written(range)); }

Writer& Writer::glued(std::string_view text) {
    line().cells.back().text += text;
    return *this;
}

Writer& Writer::soft() {
    soft_ = true;
    return *this;
}

Writer& Writer::join() {
    joins_ = true;
    return *this;
}

Writer& Writer::column(std::size_t gap) {
    line().cells.push_back({.text = {}, .gap = gap, .breaks = {}});
    return *this;
}

Writer& Writer::at(const Span& span) {
    line().anchors.push_back(span.begin);
    return *this;
}

Writer& Writer::in(ColumnGroup group) {
    line().group = group;
    return *this;
}

Writer& Writer::leave_columns() {
    line().leaves_columns = true;
    return *this;
}

Writer& Writer::set_apart() {
    line().set_apart = true;
    return *this;
}

Writer& Writer::unbroken() {
    for (Cell& cell : line().cells) cell.breaks.clear();
    return *this;
}

void Writer::end_line() { line_begun_ = false; }

void Writer::open(std::size_t columns) {
    line().opens = true;
    end_line();
    indent(columns);
}

void Writer::close(const Span& block, std::size_t columns) {
    constexpr std::uint32_t length_of_end = 3;
    end_line();
    outdent(columns);
    words("end");
    line().closes = true;
    line().anchors.push_back(block.end < length_of_end ? 0 : block.end - length_of_end);
}

std::vector<Line> Writer::take_lines() {
    assert(!line_begun_);
    return std::exchange(lines_, {});
}

}  // namespace pol::ast
