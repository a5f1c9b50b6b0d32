#include "runtime/json/unescape.hpp"

#include <cstdint>

namespace pol::json {

namespace {

constexpr std::uint32_t no_code_point = 0xffffffff;

/// What a letter behind a backslash stands for; zero for none.
[[nodiscard]] char escaped(char letter) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const std::size_t place = letters.find(letter);
    return place == std::string_view::npos ? '\0' : meant[place];
}

/// The number of four hexadecimal digits.
[[nodiscard]] std::uint32_t unit_of(std::string_view digits) {
    if (digits.size() < 4) return no_code_point;
    std::uint32_t unit = 0;
    for (const char digit : digits.substr(0, 4)) {
        unit *= 16;
        if (digit >= '0' && digit <= '9')
            unit += static_cast<std::uint32_t>(digit - '0');
        else if ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
            unit += static_cast<std::uint32_t>((digit | 0x20) - 'a' + 10);
        else
            return no_code_point;
    }
    return unit;
}

/// Takes `XXXX`, or the two halves of a pair `XXXX\uXXXX`, from behind `\u`.
[[nodiscard]] std::uint32_t take_code_point(std::string_view& rest) {
    const std::uint32_t first = unit_of(rest);
    if (first == no_code_point || (first >= 0xdc00 && first < 0xe000)) return no_code_point;
    rest.remove_prefix(4);
    if (first < 0xd800 || first >= 0xe000) return first;
    if (!rest.starts_with("\\u")) return no_code_point;
    const std::uint32_t second = unit_of(rest.substr(2));
    if (second < 0xdc00 || second >= 0xe000) return no_code_point;
    rest.remove_prefix(6);
    return 0x10000 + ((first - 0xd800) << 10U) + (second - 0xdc00);
}

void append_utf8(std::string& output, std::uint32_t code_point) {
    const auto byte = [&](std::uint32_t value) { output += static_cast<char>(static_cast<unsigned char>(value)); };
    const auto continued = [&](std::uint32_t shift) { byte(0x80 | ((code_point >> shift) & 0x3f)); };
    if (code_point < 0x80) return byte(code_point);
    if (code_point < 0x800) {
        byte(0xc0 | (code_point >> 6U));
        return continued(0);
    }
    if (code_point < 0x10000) {
        byte(0xe0 | (code_point >> 12U));
    } else {
        byte(0xf0 | (code_point >> 18U));
        continued(12);
    }
    continued(6);
    continued(0);
}

}  // namespace

bool append_unescaped(std::string& output, std::string_view written) {
    for (std::size_t at = written.find('\\'); at != std::string_view::npos; at = written.find('\\')) {
        output += written.substr(0, at);
        written.remove_prefix(at + 1);
        if (written.empty()) return false;
        const char letter = written.front();
        written.remove_prefix(1);
        if (letter == 'u') {
            const std::uint32_t code_point = take_code_point(written);
            if (code_point == no_code_point) return false;
            append_utf8(output, code_point);
        } else if (escaped(letter) != '\0') {
            output += escaped(letter);
        } else {
            return false;
        }
    }
    output += written;
    return true;
}

}  // namespace pol::json
