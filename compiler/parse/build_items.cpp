// Lines stand flat in the tree, one after the other. An item runs to the next label of its list, to `otherwise` or to
// the end of its block; everything between is its own. Here each statement is given to its item.

#include "compiler/parse/build.hpp"

#include <utility>

namespace pol::parse_detail {
namespace {

using Statements = std::vector<ast::Statement>;

/// What the first label of a list says about the others; the closing sign is part of it. A `series` is letters and a
/// number, as `Z1`; `words` is all else of more than one sign, as `MIG` or `SPA-A`.
enum class Numbering { digits, letters, roman, series, words, stars };

constexpr const char* all_digits = "0123456789";

bool is_roman(const std::string& text) { return text.find_first_not_of("ivxlcdmIVXLCDM") == std::string::npos; }

/// The letters of a label of letters and a number; empty for any other label.
std::string letters_of_series(const std::string& text) {
    const std::size_t number = text.find_first_of(all_digits);
    const bool is_series = number != std::string::npos && number > 0 &&
                           text.find_first_not_of(all_digits, number) == std::string::npos &&
                           text.find('-') == std::string::npos;
    return is_series ? text.substr(0, number) : std::string();
}

/// Lists begin with small roman numbers; other words that happen to be numbers, as `MIX`, are words.
bool begins_roman(const std::string& text) { return text.find_first_not_of("ivxIVX") == std::string::npos; }

Numbering numbering_of(const ast::Label& first) {
    if (first.text == "*") return Numbering::stars;
    if (first.text.find_first_not_of(all_digits) == std::string::npos) return Numbering::digits;
    if (first.text == "i" || first.text == "I") return Numbering::roman;
    if (first.text.size() == 1) return Numbering::letters;
    if (begins_roman(first.text)) return Numbering::roman;
    return letters_of_series(first.text).empty() ? Numbering::words : Numbering::series;
}

/// Whether a label goes on the list that began with `first` and stands at `last`: then a group that opens with it
/// holds items of this list; otherwise it is a list of its own below the last item. A list never comes back to its 1.
bool goes_on_list(const ast::Label& first, const ast::Label& last, const ast::Label& label) {
    if (label.closing != first.closing) return false;
    switch (numbering_of(first)) {
        case Numbering::stars:
            return label.text == "*";
        case Numbering::digits:
            return numbering_of(label) == Numbering::digits && label.text != "1";
        case Numbering::roman:
            return is_roman(label.text) && label.text != "i" && label.text != "I";
        case Numbering::letters:
            return label.text.size() == 1 && label.text.front() == last.text.front() + 1;
        case Numbering::series:
            return letters_of_series(label.text) == letters_of_series(first.text);
        case Numbering::words:
            return label.text.size() > 1 && numbering_of(label) != Numbering::digits;
    }
    return false;
}

const ast::Label* first_label(const ast::Statement& statement) {
    if (const auto* item = std::get_if<ast::Item>(&statement.form)) return &item->label;
    const auto* group = std::get_if<ast::ItemGroup>(&statement.form);
    if (group == nullptr) return nullptr;
    for (const ast::Statement& member : group->members) {
        if (const ast::Label* label = first_label(member)) return label;
    }
    return nullptr;
}

/// The last label of a list, inside its groups too, as they go on the list.
const ast::Label* last_label(const Statements& statements) {
    for (auto at = statements.rbegin(); at != statements.rend(); ++at) {
        if (const auto* item = std::get_if<ast::Item>(&at->form)) return &item->label;
        if (const auto* group = std::get_if<ast::ItemGroup>(&at->form)) {
            if (const ast::Label* label = last_label(group->members)) return label;
        }
    }
    return nullptr;
}

bool is_otherwise_attribute(const ast::Statement& statement) {
    return std::holds_alternative<ast::See>(statement.form) ||
           std::holds_alternative<ast::NotInDocument>(statement.form);
}

class Lines {
public:
    explicit Lines(Place place) : place_(place) {}

    void begin_item(ast::Item item) {
        const Span span = item.span;
        lines_.push_back({std::move(item), span});
        owner_ = Owner::item;
    }
    void add(ast::Statement statement);
    [[nodiscard]] Statements take() { return std::move(lines_); }

private:
    /// Whose the next statement is.
    enum class Owner { block, item, otherwise };

    [[nodiscard]] bool closes_item(const ast::Statement& statement) const;

    Place place_;
    Statements lines_;
    Owner owner_ = Owner::block;
};

/// Statements that belong to the block though they stand behind an item.
bool Lines::closes_item(const ast::Statement& statement) const {
    if (std::holds_alternative<ast::Otherwise>(statement.form)) return true;
    if (place_ != Place::group) return false;
    if (std::holds_alternative<ast::ItemsAgain>(statement.form)) return true;
    const auto* group = std::get_if<ast::ItemGroup>(&statement.form);
    if (group == nullptr || group->table) return false;
    const ast::Label* label = first_label(statement);
    if (label == nullptr) return ast::asks_something(std::get<ast::Item>(lines_.back().form));
    const ast::Label* first = nullptr;
    for (const ast::Statement& line : lines_) {
        first = first_label(line);
        if (first != nullptr) break;
    }
    return goes_on_list(*first, *last_label(lines_), *label);
}

void Lines::add(ast::Statement statement) {
    if (owner_ == Owner::otherwise && is_otherwise_attribute(statement)) {
        lines_.back().span = join(lines_.back().span, statement.span);
        std::get<ast::Otherwise>(lines_.back().form).attributes.push_back(std::move(statement));
        return;
    }
    if (owner_ == Owner::item && !closes_item(statement)) {
        auto& item = std::get<ast::Item>(lines_.back().form);
        item.span = join(item.span, statement.span);
        lines_.back().span = item.span;
        item.statements.push_back(std::move(statement));
        return;
    }
    owner_ = std::holds_alternative<ast::Otherwise>(statement.form) ? Owner::otherwise : Owner::block;
    lines_.push_back(std::move(statement));
}

/// `items 1 to 4` on the line of a label is the body of its item: all of these.
ast::Statement body_of_label(ast::Statement statement) {
    if (!std::holds_alternative<ast::ItemsAgain>(statement.form)) return statement;
    const Span span = statement.span;
    return {items_line(std::move(statement)), span};
}

void add_line(const Build& build, const Node& line, Lines& lines) {
    const bool is_labelled = line.kind == Kind::labelled_line;
    for (std::size_t at = 0; at < line.children.size(); ++at) {
        const Node& child = line.children[at];
        if (child.kind == Kind::label) {
            ast::Item item{build_label(build, child), std::nullopt, {}, child.span};
            if (at + 1 < line.children.size() && line.children[at + 1].kind == Kind::text) {
                item.text = build_text(build, line.children[++at]);
                item.span = join(item.span, item.text->span);
            }
            lines.begin_item(std::move(item));
        } else {
            ast::Statement statement = build_statement(build, child);
            lines.add(is_labelled ? body_of_label(std::move(statement)) : std::move(statement));
        }
    }
}

}  // namespace

ast::ItemGroup items_line(ast::Statement items) {
    ast::ItemGroup group;
    group.opening = items.span;
    group.members.push_back(std::move(items));
    group.is_items_line = true;
    return group;
}

ast::Label build_label(const Build& build, const Node& node) {
    const std::string text = build.word(node);
    if (text == "*") return {text, 0, node.span};
    return {text.substr(0, text.size() - 1), text.back(), node.span};
}

std::vector<ast::Statement> build_lines(const Build& build, const Node& parent, Place place) {
    Lines lines(place);
    for (const Node& child : parent.children) {
        if (child.kind == Kind::labelled_line || child.kind == Kind::stated_line ||
            child.kind == Kind::attribute_line) {
            add_line(build, child, lines);
        }
    }
    return lines.take();
}

}  // namespace pol::parse_detail
