#include "runtime/json/syntax.hpp"

#include "runtime/json/output.hpp"
#include "runtime/json/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pol::json {

namespace {

constexpr std::size_t most_nesting = 16;
constexpr std::size_t longest_shown = 60;

/// Cuts at the start of a character, so that what remains is UTF-8.
[[nodiscard]] std::string shortened(std::string_view text) {
    if (text.size() <= longest_shown) return std::string(text);
    std::size_t end = longest_shown;
    while (end > 0 && is_continuation(text[end])) --end;
    return std::string(text.substr(0, end)) + "…";
}

[[nodiscard]] bool is_control(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7f;
}

[[nodiscard]] bool is_name(std::string_view key) {
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !key.empty() && std::all_of(key.begin(), key.end(), is_word);
}

[[nodiscard]] Node node_of(NodeKind kind) {
    Node node;
    node.kind = kind;
    return node;
}

/// Receives the events of the JSON reader and keeps the part of the document that a request can have.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(std::string_view text) : text_(text) {}

    bool null() override { return add(node_of(NodeKind::null)); }
    bool boolean(bool value) override {
        Node node = node_of(NodeKind::boolean);
        node.boolean = value;
        return add(std::move(node));
    }
    bool number_integer(number_integer_t value) override { return add_number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add_number(std::to_string(value)); }
    /// The value as floating point is never looked at.
    bool number_float(number_float_t, const string_t& written) override { return add_number(written); }
    bool binary(binary_t&) override { return false; }
    bool string(string_t& value) override {
        Node node = node_of(NodeKind::string);
        node.string = std::move(value);
        return add(std::move(node));
    }
    bool key(string_t& name) override {
        open_.back().key = name;
        if (is_kept()) open_.back().node->members.push_back({std::move(name), {}});
        return true;
    }
    bool start_object(std::size_t) override { return enter(NodeKind::object); }
    bool start_array(std::size_t) override { return enter(NodeKind::array); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
        result_.is_cut_off = position > text_.size() && !text_.empty();
        return fail(sentence(position, error.id));
    }

    [[nodiscard]] ParsedText take() { return std::move(result_); }

private:
    /// An object or array whose end is still to come.
    struct Open {
        /// Null where it is dropped.
        Node* node = nullptr;
        /// Of an object, the member that is being read; of an array, how many elements have begun.
        std::string key;
        std::size_t elements = 0;
        bool is_array = false;
    };

    /// Whether the innermost open value is one whose members or elements a request can have.
    [[nodiscard]] bool is_kept() const { return open_.back().node != nullptr; }

    [[nodiscard]] Node* add_node(Node node) {
        if (open_.empty()) return &(result_.root = std::move(node));
        Open& open = open_.back();
        if (open.is_array) ++open.elements;
        if (!is_kept()) return nullptr;
        if (!open.is_array) return &(open.node->members.back().value = std::move(node));
        if (open.node->elements.size() == most_elements) return nullptr;
        open.node->elements.push_back(std::move(node));
        return &open.node->elements.back();
    }

    /// A request is an object; below it stand objects and lists, in which stand entries.
    [[nodiscard]] bool can_be_in_a_request(NodeKind kind) const {
        if (open_.empty() || (open_.size() == 1 && kind == NodeKind::object)) return kind == NodeKind::object;
        if (kind == NodeKind::object) return open_.back().is_array;
        return !open_.back().is_array && open_.size() <= 2;
    }

    /// The JSON reader writes the decimal point of the program's locale.
    bool add_number(std::string written) {
        const std::size_t point = written.find_first_not_of("0123456789+-eE");
        if (point != std::string::npos) written[point] = '.';
        Node node = node_of(NodeKind::number);
        node.string = std::move(written);
        return add(std::move(node));
    }

    bool add(Node node) {
        is_complete_ = open_.empty();
        static_cast<void>(add_node(std::move(node)));
        return true;
    }

    bool enter(NodeKind kind) {
        if (open_.size() == most_nesting) return fail("nested too deeply");
        const bool is_wanted = can_be_in_a_request(kind);
        Node* const node = add_node(node_of(kind));
        open_.push_back({is_wanted ? node : nullptr, {}, 0, kind == NodeKind::array});
        return true;
    }

    bool leave() {
        open_.pop_back();
        is_complete_ = open_.empty();
        return true;
    }

    bool fail(std::string message) {
        std::string path = "$";
        for (std::size_t i = 0; i < open_.size(); ++i) {
            const bool is_innermost = i + 1 == open_.size();
            if (open_[i].is_array && open_[i].node != nullptr && !is_innermost)
                path += '[' + std::to_string(open_[i].elements - 1) + ']';
            if (!open_[i].key.empty()) path += path_step(open_[i].key);
        }
        result_.errors.push_back({std::move(path), std::move(message)});
        return false;
    }

    [[nodiscard]] std::string sentence(std::size_t position, int error_id) const {
        constexpr int number_overflow = 406;
        if (error_id == number_overflow) return "a number too large to be read";
        if (position > text_.size()) return text_.empty() ? "empty" : "cut off: the text ends before the request does";
        const std::string at = " at byte " + std::to_string(position);
        if (is_complete_) return "something follows the request" + at;
        return "not JSON" + at + ", near " + in_backticks(near(position));
    }

    [[nodiscard]] std::string_view near(std::size_t position) const {
        constexpr std::size_t shown = 12;
        std::size_t begin = position > shown ? position - shown : 0;
        std::size_t end = position;
        while (begin < end && is_continuation(text_[begin])) ++begin;
        while (end < text_.size() && is_continuation(text_[end])) ++end;
        return text_.substr(begin, end - begin);
    }

    std::string_view text_;
    ParsedText result_;
    std::vector<Open> open_;
    bool is_complete_ = false;
};

}  // namespace

std::string path_step(std::string_view key) {
    const std::string shown = shortened(key);
    if (is_name(key)) return '.' + shown;
    std::string step = "[";
    append_quoted(step, shown);
    return step + ']';
}

std::string in_backticks(std::string_view text) {
    const std::string shown = shortened(text);
    if (std::none_of(shown.begin(), shown.end(), is_control)) return '`' + shown + '`';
    std::string quoted;
    append_quoted(quoted, shown);
    return quoted;
}

ParsedText parse_text(std::string_view text) {
    const std::size_t invalid = find_invalid_utf8(text);
    if (invalid != std::string_view::npos) return {{}, {{"$", "not UTF-8 at byte " + std::to_string(invalid + 1)}}};
    // The JSON reader takes a zero byte for the end of the text and would not see what follows it.
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        return {{}, {{"$", "a zero byte at byte " + std::to_string(zero + 1)}}};
    if (text.starts_with("\xef\xbb\xbf")) return {{}, {{"$", "a byte order mark may only start a file"}}};
    TreeBuilder builder(text);
    static_cast<void>(nlohmann::json::sax_parse(text.begin(), text.end(), &builder));
    return builder.take();
}

}  // namespace pol::json
