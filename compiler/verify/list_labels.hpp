#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pol::verifying {

/// How a list is numbered.
enum class Numbering { decimal, lower_letter, upper_letter, lower_roman, upper_roman };

/// 4 for `iv`; 0 for what is no roman number in small letters.
[[nodiscard]] int roman_value(std::string_view lower);

/// What may be the label of an item: `3.`, `b)`, `(iv)`.
struct ListLabel {
    std::string text;
    /// `.`, `)`, or `(` for one in parentheses.
    char closing = '.';
    /// Its signs, with the blanks behind it.
    std::size_t length = 0;
    /// The first sign of what it labels; 0 if that begins on the next line.
    char next = 0;

    [[nodiscard]] bool is_number() const;
    /// `1`, `a`, `A`, `i`, `I`.
    [[nodiscard]] bool is_first() const;
};

/// The label that begins at a place of a line.
[[nodiscard]] std::optional<ListLabel> label_at(std::string_view line, std::size_t at);

/// The lists that are open at a place of a document, the outermost first.
class OpenLists {
public:
    /// Whether a label at the beginning of a line can be one: it begins a list or goes on one, perhaps with a few
    /// labels left out or repeated.
    [[nodiscard]] bool takes(const ListLabel& label) const;
    /// Whether a label inside a line, behind the words `before`, is one: it is the next of a list, or begins one behind
    /// a colon.
    [[nodiscard]] bool goes_on_inside(const ListLabel& label, std::string_view before) const;
    /// Goes on the list of a label, or opens it.
    void enter(const ListLabel& label);

private:
    struct List {
        Numbering numbering = Numbering::decimal;
        char closing = '.';
        int last = 0;
    };
    struct Place {
        Numbering numbering = Numbering::decimal;
        int value = 0;
        /// Where the list is open.
        std::optional<std::size_t> list;
    };
    [[nodiscard]] std::optional<std::size_t> find(Numbering numbering, char closing) const;
    [[nodiscard]] Place place_of(const ListLabel& label) const;

    std::vector<List> lists_;
};

}  // namespace pol::verifying
