#include "runtime/json/document.hpp"

#include "runtime/json/unescape.hpp"

#include <cstring>

namespace pol::json {

namespace {

/// Where the reading of a text has come to: the token that comes next, null behind an error, and the node to fill next.
struct Place {
    const std::uint32_t* token;
    Node* node;
};

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

[[nodiscard]] bool is_number(std::string_view token) {
    const char* at = token.data();
    const char* const end = at + token.size();
    if (*at == '-') ++at;
    const char* const whole = at;
    at = skip_digits(at, end);
    if (at == whole || (*whole == '0' && at - whole > 1)) return false;
    return is_rest_of_number(at, end);
}

/// Fills the nodes of one text. The text ends with a zero, which is none of the bytes that are looked for: so nobody
/// has to look for its end.
class NodeFiller {
public:
    /// No more is written to `unescaped` than it has room for, as nodes point into it.
    NodeFiller(const char* text, std::string* unescaped) : text_(text), unescaped_(unescaped) {}

    [[nodiscard]] Place add_value(Place at, std::size_t depth) const {
        switch (text_[*at.token]) {
            case '"':
                return add_text(at, text_ + *at.token + 1, end_of_token(at) - 1);
            case '{':
                return depth == most_nesting ? error : add_container(at, NodeKind::object, depth + 1);
            case '[':
                return depth == most_nesting ? error : add_container(at, NodeKind::array, depth + 1);
            default:
                return add_word(at, end_of_token(at));
        }
    }

private:
    static constexpr Place error{nullptr, nullptr};

    [[nodiscard]] Place add_container(Place at, NodeKind kind, std::size_t depth) const {
        Node* const container = at.node++;
        ++at.token;
        const char closing = kind == NodeKind::object ? '}' : ']';
        for (bool is_empty = text_[*at.token] == closing; !is_empty;) {
            at = kind == NodeKind::object ? add_member(at, depth) : add_value(at, depth);
            if (at.token == nullptr) return error;
            const char next = text_[*at.token];
            if (next == closing) break;
            if (next != ',') return error;
            ++at.token;
        }
        fill(*container, kind, {});
        container->extent = static_cast<std::uint32_t>(at.node - container);
        return {at.token + 1, at.node};
    }

    /// Between a key and its colon stand blanks alone.
    [[nodiscard]] Place add_member(Place at, std::size_t depth) const {
        const char* const key = text_ + *at.token;
        const char* end = text_ + at.token[1];
        if (*key != '"' || *end != ':') return error;
        do --end;
        while (*end != '"');
        at = add_text(at, key + 1, end);
        return at.token == nullptr ? error : add_value({at.token + 1, at.node}, depth);
    }

    [[nodiscard]] Place add_text(Place at, const char* begin, const char* end) const {
        std::string_view text(begin, static_cast<std::size_t>(end - begin));
        if (unescaped_ != nullptr && text.find('\\') != std::string_view::npos) {
            const std::size_t start = unescaped_->size();
            if (!append_unescaped(*unescaped_, text)) return error;
            text = std::string_view(*unescaped_).substr(start);
        }
        fill(*at.node, NodeKind::string, text);
        return {at.token + 1, at.node + 1};
    }

    [[nodiscard]] Place add_word(Place at, const char* end) const {
        const char* const begin = text_ + *at.token;
        const std::string_view word(begin, static_cast<std::size_t>(end - begin));
        NodeKind kind = NodeKind::number;
        if (word == "true" || word == "false")
            kind = NodeKind::boolean;
        else if (word == "null")
            kind = NodeKind::null;
        else if (word.empty() || !is_number(word))
            return error;
        fill(*at.node, kind, word);
        return {at.token + 1, at.node + 1};
    }

    [[nodiscard]] const char* end_of_token(Place at) const {
        const char* end = text_ + at.token[1];
        while (is_blank(end[-1])) --end;
        return end;
    }

    static void fill(Node& node, NodeKind kind, std::string_view text) {
        node.kind = kind;
        node.extent = 1;
        node.text = text;
    }

    const char* text_;
    std::string* unescaped_;
};

}  // namespace

bool Document::parse(std::string_view text) {
    const Structure* const structure = finder_.find(text);
    if (structure == nullptr) return false;
    if (nodes_.size() < structure->token_count) nodes_.resize(2 * structure->token_count);
    const bool has_escapes = text.find('\\') != std::string_view::npos;
    unescaped_.clear();
    if (has_escapes) unescaped_.reserve(text.size() + readable_behind);
    const NodeFiller filler(structure->text, has_escapes ? &unescaped_ : nullptr);
    const Place end = filler.add_value({structure->tokens, nodes_.data()}, 0);
    return end.token == structure->tokens + structure->token_count;
}

}  // namespace pol::json
