#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdlib>

namespace pol::emission {

namespace {

constexpr std::size_t line_limit = 116;

struct CodePoint {
    std::uint32_t value = 0;
    /// Bytes it takes; 0 where they are not UTF-8.
    std::size_t size = 0;
};

bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x7f; }

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0xc2 || lead > 0xf4) return 0;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = sequence_length(lead);
    if (size == 0 || at + size > text.size()) return {};
    std::uint32_t value = lead & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xc0U) != 0x80U) return {};
        value = value << 6 | (byte & 0x3fU);
    }
    const bool is_surrogate = value >= 0xd800 && value < 0xe000;
    const std::uint32_t lowest = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
    if (is_surrogate || value < lowest || value > 0x10ffff) return {};
    return {.value = value, .size = size};
}

std::string universal_name(std::uint32_t code_point) {
    return code_point <= 0xffff ? fmt::format("\\u{:04x}", code_point) : fmt::format("\\U{:08x}", code_point);
}

/// Marks that steer the direction or the lines of a text could make a comment look like code.
bool is_hidden_mark(std::uint32_t code_point) {
    return code_point < 0xa0 || code_point == 0x61c || (code_point >= 0x200b && code_point <= 0x200f) ||
           (code_point >= 0x2028 && code_point <= 0x202e) || (code_point >= 0x2060 && code_point <= 0x206f) ||
           code_point == 0xfeff;
}

std::string plain_in_literal(char character, bool after_question_mark) {
    if (character == '"' || character == '\\') return std::string("\\") + character;
    // Two question marks in a row could begin a trigraph.
    if (character == '?' && after_question_mark) return "\\?";
    return std::string(1, character);
}

}  // namespace

std::string literal(std::string_view text) {
    std::string written = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const CodePoint point = is_plain(byte) ? CodePoint{} : code_point_at(text, at);
        if (is_plain(byte))
            written += plain_in_literal(text[at], at > 0 && text[at - 1] == '?');
        else
            written += point.size > 0 ? universal_name(point.value) : fmt::format("\\{:03o}", byte);
        at += point.size > 0 ? point.size : 1;
    }
    return written + '"';
}

std::string comment(std::string_view text) {
    std::string written;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const CodePoint point = is_plain(byte) ? CodePoint{} : code_point_at(text, at);
        if (is_plain(byte))
            written += text[at];
        else if (point.size == 0)
            written += ' ';
        else
            written +=
                is_hidden_mark(point.value) ? universal_name(point.value) : std::string(text.substr(at, point.size));
        at += point.size > 0 ? point.size : 1;
    }
    while (!written.empty() && written.back() == ' ') written.pop_back();
    // A line that ends in a backslash, or in the trigraph for one, would swallow the next.
    const bool continues = !written.empty() && (written.back() == '\\' || written.ends_with("?\?/"));
    return continues ? written + '.' : written;
}

std::string decimal_words(Decimal decimal) {
    const std::int64_t scale = power_of_ten(decimal.places);
    const std::int64_t digits = std::abs(decimal.digits);
    const char* sign = decimal.digits < 0 ? "-" : "";
    if (decimal.places == 0) return fmt::format("{}{}", sign, digits);
    return fmt::format("{}{}.{:0{}}", sign, digits / scale, digits % scale, decimal.places);
}

std::string evidence_name(Evidence level) {
    static constexpr std::array<const char*, 4> names = {"none", "claimed", "attested", "documented"};
    return std::string("Evidence::") + names[static_cast<std::size_t>(level)];
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
    return fmt::format("{}", fmt::join(items, separator));
}

std::string call(const std::string& opening, const std::vector<std::string>& items, int indent) {
    const std::string line = opening + joined(items) + ")";
    if (line.find('\n') == std::string::npos && line.size() + static_cast<std::size_t>(indent) <= line_limit)
        return line;
    const std::string blanks(static_cast<std::size_t>(indent) + 4, ' ');
    const std::string first = opening.ends_with(' ') ? opening.substr(0, opening.size() - 1) : opening;
    return first + "\n" + blanks + joined(items, ",\n" + blanks) + ")";
}

std::string on_one_line_or_two(const std::string& left, const std::string& right, int indent) {
    const std::string line = left + " " + right;
    if (line.find('\n') == std::string::npos && line.size() + static_cast<std::size_t>(indent) <= line_limit)
        return line;
    return left + "\n" + std::string(static_cast<std::size_t>(indent) + 4, ' ') + right;
}

std::string filled_call(const std::string& opening, const std::vector<std::string>& items, int indent,
                        const std::string& closing) {
    const std::string blanks(static_cast<std::size_t>(indent) + 4, ' ');
    std::string text = opening;
    std::size_t column = opening.size() + static_cast<std::size_t>(indent);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool fits = column + items[i].size() + 2 <= line_limit;
        if (i > 0) text += fits ? ", " : ",\n" + blanks;
        column = (fits ? column + 2 : blanks.size()) + items[i].size();
        text += items[i];
    }
    return text + closing;
}

std::string date_literal(Date date) {
    if (date == open_end) return "::pol::open_end";
    const CivilDate day = to_civil(date);
    return fmt::format("date_of({}, {}, {})", day.year, day.month, day.day);
}

std::string table(std::string_view type, std::string_view name, const std::vector<std::string>& items) {
    if (items.empty()) return {};
    const std::string line = fmt::format("constexpr {} {}[] = {{{}}};\n", type, name, joined(items));
    if (line.size() <= line_limit && line.find("//") == std::string::npos && items.size() <= 8) return line;
    return fmt::format("constexpr {} {}[] = {{\n    {},\n}};\n", type, name, joined(items, ",\n    "));
}

}  // namespace pol::emission
