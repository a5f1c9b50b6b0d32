#include "runtime/json/syntax_error.hpp"

#include "runtime/json/cursor.hpp"
#include "runtime/json/shown_text.hpp"
#include "runtime/json/unescape.hpp"
#include "runtime/json/utf8.hpp"

#include <vector>

namespace pol::json {

namespace {

/// Walks over a text as long as it is JSON. Every function but `run` goes behind what it is named for, or is false.
class SyntaxWalk {
public:
    explicit SyntaxWalk(std::string_view text) : text_(text) {}

    [[nodiscard]] SyntaxError run() {
        const bool is_value = value();
        skip_blanks();
        if (is_value && at_ < text_.size())
            static_cast<void>(fail("something follows the request at byte " + std::to_string(at_ + 1)));
        return std::move(error_);
    }

private:
    /// An object or array whose end is still to come.
    struct Open {
        bool is_array = false;
        /// Of an object, the member that is being read; of an array, how many elements have begun.
        std::string key{};
        std::size_t elements = 0;
    };

    [[nodiscard]] bool value() {
        skip_blanks();
        if (is_at('{') || is_at('[')) return container();
        if (is_at('"')) return string();
        if (is_at('t')) return word("true");
        if (is_at('f')) return word("false");
        if (is_at('n')) return word("null");
        return number();
    }

    [[nodiscard]] bool container() {
        if (open_.size() == most_nesting) return fail("nested too deeply");
        const bool is_array = is_at('[');
        const char closing = is_array ? ']' : '}';
        open_.push_back({.is_array = is_array});
        ++at_;
        skip_blanks();
        while (!is_at(closing)) {
            if (is_array) ++open_.back().elements;
            if (!(is_array ? value() : member())) return false;
            skip_blanks();
            if (is_at(closing)) break;
            if (!take(',')) return false;
            skip_blanks();
            if (is_at(closing)) return unexpected();
        }
        ++at_;
        open_.pop_back();
        return true;
    }

    [[nodiscard]] bool member() {
        const std::size_t begin = at_ + 1;
        if (!string()) return false;
        open_.back().key.clear();
        static_cast<void>(append_unescaped(open_.back().key, text_.substr(begin, at_ - 1 - begin)));
        skip_blanks();
        return take(':') && value();
    }

    [[nodiscard]] bool string() {
        if (!take('"')) return false;
        while (at_ < text_.size() && !is_at('"'))
            if (!character()) return false;
        return take('"');
    }

    [[nodiscard]] bool character() {
        if (is_at('\\')) return escape();
        if (static_cast<unsigned char>(text_[at_]) < 0x20) return unexpected();
        ++at_;
        return true;
    }

    [[nodiscard]] bool escape() {
        ++at_;
        if (is_at('u')) return unicode_escape();
        if (!is_one_of("\"\\/bfnrt")) return unexpected();
        ++at_;
        return true;
    }

    /// A half of a pair of surrogates must have the other behind it.
    [[nodiscard]] bool unicode_escape() {
        unsigned unit = 0;
        if (!unicode_unit(unit)) return false;
        if (unit < 0xd800 || unit >= 0xe000) return true;
        if (unit >= 0xdc00) return wrong_half();
        if (!take('\\')) return false;
        if (!is_at('u')) return unexpected();
        if (!unicode_unit(unit)) return false;
        return (unit >= 0xdc00 && unit < 0xe000) || wrong_half();
    }
    [[nodiscard]] bool wrong_half() {
        --at_;
        return unexpected();
    }

    [[nodiscard]] bool unicode_unit(unsigned& unit) {
        constexpr std::string_view digits = "0123456789abcdef";
        ++at_;
        unit = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            if (!is_one_of("0123456789abcdefABCDEF")) return unexpected();
            const char digit =
                text_[at_] >= 'A' && text_[at_] <= 'F' ? static_cast<char>(text_[at_] | 0x20) : text_[at_];
            unit = unit * 16 + static_cast<unsigned>(digits.find(digit));
        }
        return true;
    }

    [[nodiscard]] bool number() {
        if (is_at('-')) ++at_;
        if (is_at('0'))
            ++at_;
        else if (!digits())
            return false;
        if (is_at('.')) {
            ++at_;
            if (!digits()) return false;
        }
        if (!is_one_of("eE")) return true;
        ++at_;
        if (is_one_of("+-")) ++at_;
        return digits();
    }

    [[nodiscard]] bool digits() {
        if (!is_one_of("0123456789")) return unexpected();
        while (is_one_of("0123456789")) ++at_;
        return true;
    }

    [[nodiscard]] bool word(std::string_view letters) {
        for (const char letter : letters)
            if (!take(letter)) return false;
        return true;
    }

    void skip_blanks() {
        while (is_one_of(" \t\n\r")) ++at_;
    }
    [[nodiscard]] bool is_at(char wanted) const { return at_ < text_.size() && text_[at_] == wanted; }
    [[nodiscard]] bool is_one_of(std::string_view wanted) const {
        return at_ < text_.size() && wanted.find(text_[at_]) != std::string_view::npos;
    }
    [[nodiscard]] bool take(char wanted) {
        if (!is_at(wanted)) return unexpected();
        ++at_;
        return true;
    }

    [[nodiscard]] bool unexpected() {
        error_.is_cut_off = at_ >= text_.size() && !text_.empty();
        if (text_.empty()) return fail("empty");
        if (error_.is_cut_off) return fail("cut off: the text ends before the request does");
        return fail("not JSON at byte " + std::to_string(at_ + 1) + ", near " + in_backticks(near()));
    }

    /// Always false. The path has what a request can have: an array in an array is no list of it.
    [[nodiscard]] bool fail(std::string message) {
        error_.path = "$";
        error_.at = at_;
        error_.message = std::move(message);
        for (std::size_t i = 0; i < open_.size(); ++i) {
            if (open_[i].is_array && (i == 0 || open_[i - 1].is_array)) break;
            if (open_[i].is_array && i + 1 < open_.size())
                error_.path += '[' + std::to_string(open_[i].elements - 1) + ']';
            if (!open_[i].key.empty()) error_.path += path_step(open_[i].key);
        }
        return false;
    }

    [[nodiscard]] std::string_view near() const {
        constexpr std::size_t shown = 12;
        std::size_t begin = at_ + 1 > shown ? at_ + 1 - shown : 0;
        std::size_t end = at_ + 1;
        while (begin < end && is_continuation(text_[begin])) ++begin;
        while (end < text_.size() && is_continuation(text_[end])) ++end;
        return text_.substr(begin, end - begin);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    SyntaxError error_;
};

}  // namespace

SyntaxError find_syntax_error(std::string_view text) {
    if (const std::size_t invalid = find_invalid_utf8(text); invalid != std::string_view::npos)
        return {"$", "not UTF-8 at byte " + std::to_string(invalid + 1), invalid};
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        return {"$", "a zero byte at byte " + std::to_string(zero + 1), zero};
    if (text.starts_with("\xef\xbb\xbf")) return {"$", "a byte order mark may only start a file"};
    return SyntaxWalk(text).run();
}

}  // namespace pol::json
