#pragma once

#include "runtime/json/node.hpp"
#include "runtime/json/structure.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pol::json {

/// Values in values that are still read.
inline constexpr std::size_t most_nesting = 16;

/// Goes through a text value by value and checks that it is JSON, not nested too deeply. What is false says that it is
/// not, and `find_syntax_error` tells why; the cursor is of no use then. A copy of a cursor goes its own way. The text
/// ends with a zero, which is none of the bytes that are looked for: so nobody has to look for its end.
class Cursor {
public:
    /// `unescaped` takes the texts that have escapes, of which there are none if it is null. No more is written to it
    /// than it has room for, as nodes point into it; a text is written to it each time it is passed.
    Cursor(const Structure& structure, std::string* unescaped)
        : text_(structure.text),
          token_(structure.tokens),
          end_(structure.tokens + structure.token_count),
          unescaped_(unescaped) {}

    /// The first byte of what comes next.
    [[nodiscard]] char next() const { return text_[*token_]; }
    [[nodiscard]] bool is_at_end() const { return token_ == end_; }

    /// A cursor at an array or object that was taken.
    [[nodiscard]] Cursor at(const Node& container) const {
        Cursor cursor = *this;
        cursor.token_ = container.token;
        cursor.depth_ = 0;
        return cursor;
    }

    /// Takes a value of any kind, with all that is in it.
    [[nodiscard]] bool take(Node& node) {
        node.token = token_;
        if (next() == '"') {
            node.kind = NodeKind::string;
            return take_string(node.text);
        }
        return next() == '{' || next() == '[' ? take_container(node) : take_word(node);
    }

    /// Goes through an object, at whose bracket the cursor is: `visit(key)` takes the value of the member and says
    /// whether that was JSON.
    template <class Visit>
    [[nodiscard]] bool members(Visit visit) {
        if (!enter()) return false;
        if (next() == '}') return leave();
        return member(visit) && more_members(visit);
    }

    /// Goes on with an object behind one of its members.
    template <class Visit>
    [[nodiscard]] bool more_members(Visit visit) {
        while (next() == ',') {
            ++token_;
            if (!member(visit)) return false;
        }
        return next() == '}' && leave();
    }

    /// Goes through an array, at whose bracket the cursor is: `visit()` takes an element.
    template <class Visit>
    [[nodiscard]] bool elements(Visit visit) {
        if (!enter()) return false;
        if (next() == ']') return leave();
        if (!visit()) return false;
        while (next() == ',') {
            ++token_;
            if (!visit()) return false;
        }
        return next() == ']' && leave();
    }

private:
    [[nodiscard]] bool enter() {
        ++token_;
        return depth_++ < most_nesting;
    }
    [[nodiscard]] bool leave() {
        ++token_;
        --depth_;
        return true;
    }

    template <class Visit>
    [[nodiscard]] bool member(Visit& visit) {
        std::string_view key;
        if (next() != '"' || text_[token_[1]] != ':' || !take_string(key)) return false;
        ++token_;
        return visit(key);
    }

    /// Between the end of a string and the next token stand blanks alone.
    [[nodiscard]] bool take_string(std::string_view& text) {
        const char* const begin = text_ + *token_ + 1;
        const char* end = text_ + *++token_;
        do --end;
        while (*end != '"');
        text = {begin, static_cast<std::size_t>(end - begin)};
        return unescaped_ == nullptr || unescape(text);
    }

    [[nodiscard]] bool unescape(std::string_view& text) const;
    [[nodiscard]] bool take_word(Node& node);
    [[nodiscard]] bool take_container(Node& node);

    const char* text_;
    const std::uint32_t* token_;
    const std::uint32_t* end_;
    std::string* unescaped_;
    std::size_t depth_ = 0;
};

}  // namespace pol::json
