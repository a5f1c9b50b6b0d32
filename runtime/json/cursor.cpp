#include "runtime/json/cursor.hpp"

#include "runtime/json/unescape.hpp"

#include <cassert>
#include <cstring>

namespace pol::json {

namespace {

[[nodiscard]] bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
[[nodiscard]] bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] const char* skip_digits(const char* at, const char* end) {
    while (at != end && is_digit(*at)) ++at;
    return at;
}

/// Whether decimals, an exponent, both or nothing stand from a place to the end.
[[nodiscard]] bool is_rest_of_number(const char* at, const char* end) {
    if (at != end && *at == '.') {
        const char* const decimals = at + 1;
        at = skip_digits(decimals, end);
        if (at == decimals) return false;
    }
    if (at == end) return true;
    if (*at != 'e' && *at != 'E') return false;
    ++at;
    if (at != end && (*at == '+' || *at == '-')) ++at;
    return at != end && skip_digits(at, end) == end;
}

[[nodiscard]] bool is_number(std::string_view word) {
    const char* at = word.data();
    const char* const end = at + word.size();
    if (*at == '-') ++at;
    const char* const whole = at;
    at = skip_digits(at, end);
    if (at == whole || (*whole == '0' && at - whole > 1)) return false;
    return is_rest_of_number(at, end);
}

/// The text has more bytes behind it.
[[nodiscard]] bool starts_with_four(const char* text, const char* letters) {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::memcpy(&left, text, sizeof left);
    std::memcpy(&right, letters, sizeof right);
    return left == right;
}

}  // namespace

bool Cursor::unescape(std::string_view& text) const {
    if (text.find('\\') == std::string_view::npos) return true;
    const std::size_t start = unescaped_->size();
    assert(unescaped_->capacity() - start >= text.size());
    if (!append_unescaped(*unescaped_, text)) return false;
    text = std::string_view(*unescaped_).substr(start);
    return true;
}

bool Cursor::take_word(Node& node) {
    const char* const begin = text_ + *token_;
    const char* end = text_ + *++token_;
    while (end != begin && is_blank(end[-1])) --end;
    node.text = {begin, static_cast<std::size_t>(end - begin)};
    // Which of the two it is nobody can foresee, so both are compared.
    const unsigned is_true = unsigned{starts_with_four(begin, "true")} & unsigned{node.text.size() == 4};
    const unsigned is_false =
        unsigned{starts_with_four(begin + 1, "alse")} & unsigned{*begin == 'f'} & unsigned{node.text.size() == 5};
    if ((is_true | is_false) != 0) {
        node.kind = NodeKind::boolean;
        return true;
    }
    if (*begin == 'n') {
        node.kind = NodeKind::null;
        return node.text == "null";
    }
    node.kind = NodeKind::number;
    return !node.text.empty() && is_number(node.text);
}

bool Cursor::take_container(Node& node) {
    Node part;
    node.text = {};
    node.kind = next() == '{' ? NodeKind::object : NodeKind::array;
    if (node.kind == NodeKind::object) return members([&](std::string_view) { return take(part); });
    return elements([&] { return take(part); });
}

}  // namespace pol::json
