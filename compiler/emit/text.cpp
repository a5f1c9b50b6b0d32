#include "compiler/emit/text.hpp"

#include "compiler/codes/codes.hpp"
#include "compiler/source/characters.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace pol::emission {

namespace {

constexpr std::size_t line_limit = 116;

bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x7f; }

bool is_beyond_ascii(const Character& character) { return character.valid && character.code_point >= 0x80; }

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
        const Character character = first_character(text.substr(at));
        if (is_plain(byte))
            written += plain_in_literal(text[at], at > 0 && text[at - 1] == '?');
        else
            written +=
                is_beyond_ascii(character) ? universal_name(character.code_point) : fmt::format("\\{:03o}", byte);
        at += character.bytes;
    }
    return written + '"';
}

std::string comment(std::string_view text) {
    std::string written;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const Character character = first_character(text.substr(at));
        if (is_plain(byte))
            written += text[at];
        else if (!is_beyond_ascii(character))
            written += ' ';
        else
            written += is_hidden_mark(character.code_point) ? universal_name(character.code_point)
                                                            : std::string(text.substr(at, character.bytes));
        at += character.bytes;
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

std::string code_literal(Notation notation, Decimal number) {
    constexpr const char* words[] = {"", "", "", "hcpcs", "cpt", "icd10cm", "ndc"};
    const std::optional<std::string> code = codes::written(system_of(notation), number.digits);
    if (!code) return fmt::format("::pol::Decimal{{{}, 0}}", number.digits);
    return fmt::format("::pol::{}({})", words[static_cast<std::size_t>(notation)], literal(*code));
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
