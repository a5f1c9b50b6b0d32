#include "runtime/json/shown_text.hpp"

#include "runtime/json/output.hpp"
#include "runtime/json/utf8.hpp"

#include <algorithm>

namespace pol::json {

namespace {

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

}  // namespace pol::json
