#include "compiler/ast/layout.hpp"

#include "compiler/ast/comments.hpp"
#include "compiler/ast/rows.hpp"
#include "compiler/source/characters.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pol::ast {
namespace {

constexpr std::size_t gap_before_comment = 2;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::string trimmed(const std::string& text) { return text.substr(0, text.find_last_not_of(" \t\r") + 1); }

/// Puts the rows of a file together.
class Assembly {
public:
    Assembly(const std::vector<Line>& lines, PlacedComments comments, const SourceFile& source)
        : lines_(lines), comments_(std::move(comments)), source_(source), rows_(make_rows(lines)) {
        for (std::size_t i = 0; i < lines.size(); ++i) note_comment_column(i);
    }

    [[nodiscard]] std::string text() {
        for (std::size_t i = 0; i < lines_.size(); ++i) add_line(i);
        for (const Comment& comment : comments_.below_all) add_comment(comment, 0, false);
        return std::move(text_);
    }

private:
    [[nodiscard]] std::size_t end_of(std::size_t line) const { return display_width(rows_[line].back()); }

    /// The comments at the ends of a group's lines stand in one column.
    void note_comment_column(std::size_t line) {
        const ColumnGroup group = lines_[line].group;
        if (group == 0 || !comments_.beside[line]) return;
        comment_columns_[group] = std::max(comment_columns_[group], end_of(line) + gap_before_comment);
    }

    /// A comment above a line stands where its words begin; before the `end` of a block, where the block's lines do.
    [[nodiscard]] std::size_t comment_indent(std::size_t line) const {
        return rows_[line].front().find_first_not_of(' ') + (lines_[line].closes ? 2 : 0);
    }

    void add_line(std::size_t index) {
        const Line& line = lines_[index];
        const std::vector<Comment>& above = comments_.above[index];
        for (const Comment& comment : above)
            add_comment(comment, comment_indent(index), line.set_apart && &comment == &above.front());
        const bool apart = line.set_apart && above.empty();
        if (!line.closes && (apart || source_is_apart(line))) add_blank();
        for (const std::string& row : rows_[index]) text_ += row + (&row == &rows_[index].back() ? "" : "\n");
        if (comments_.beside[index]) add_comment_beside(index);
        text_ += "\n";
        after_opening_ = line.opens;
        for (const std::uint32_t anchor : line.anchors)
            last_source_line_ = std::max(last_source_line_, source_.line_of(anchor));
    }

    void add_comment(const Comment& comment, std::size_t indent, bool set_apart) {
        const std::uint32_t line = source_.line_of(comment.span.begin);
        if (set_apart || (comment.own_line && blank_above(line))) add_blank();
        text_ += std::string(indent, ' ') + trimmed(comment.text) + "\n";
        after_opening_ = false;
    }

    void add_comment_beside(std::size_t index) {
        const std::size_t width = end_of(index);
        const auto found = comment_columns_.find(lines_[index].group);
        const std::size_t column = found == comment_columns_.end() ? width + gap_before_comment : found->second;
        text_ += std::string(column - width, ' ') + trimmed(comments_.beside[index]->text);
    }

    /// Whether an empty line stood above the words of this line, and no earlier line has them.
    [[nodiscard]] bool source_is_apart(const Line& line) const {
        if (line.anchors.empty()) return false;
        const std::uint32_t number = source_.line_of(line.anchors.front());
        return number > last_source_line_ && blank_above(number);
    }

    [[nodiscard]] bool blank_above(std::uint32_t number) const {
        return number > 1 && is_blank(source_.line_text(number - 1));
    }

    void add_blank() {
        if (!text_.empty() && !after_opening_) text_ += "\n";
    }

    const std::vector<Line>& lines_;
    PlacedComments comments_;
    const SourceFile& source_;
    std::vector<LineRows> rows_;
    std::map<ColumnGroup, std::size_t> comment_columns_;
    std::string text_;
    bool after_opening_ = false;
    std::uint32_t last_source_line_ = 0;
};

}  // namespace

std::string lay_out(const std::vector<Line>& lines, const std::vector<Comment>& comments, const SourceFile& source) {
    return Assembly(lines, place_comments(comments, lines), source).text();
}

}  // namespace pol::ast
