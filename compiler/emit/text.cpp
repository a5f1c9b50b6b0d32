#include "compiler/emit/text.hpp"

#include "compiler/codes/codes.hpp"
#include "compiler/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
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

/// What stands in a literal as it is. A question mark may not: two in a row could begin a trigraph.
bool is_quiet(unsigned char byte) { return is_plain(byte) && byte != '"' && byte != '\\' && byte != '?'; }

/// The signs at the beginning of a text that are such.
template <class Such>
std::string_view leading(std::string_view text, Such is_such) {
    std::size_t end = 0;
    while (end < text.size() && is_such(static_cast<unsigned char>(text[end]))) ++end;
    return text.substr(0, end);
}

/// What stands between two holes: `}}` is one brace.
void add_closing_braces(std::string_view form, std::string& text) {
    for (std::size_t brace = form.find('}'); brace != form.npos; brace = form.find('}')) {
        text += form.substr(0, brace + 1);
        form.remove_prefix(brace + 2);
    }
    text += form;
}

std::string joined(std::string_view opening, const std::vector<std::string>& items, std::string_view separator,
                   std::string_view closing) {
    std::size_t size = opening.size() + closing.size();
    for (const std::string& item : items) size += item.size() + separator.size();
    std::string text;
    text.reserve(size);
    text += opening;
    for (const std::string& item : items) {
        if (&item != &items.front()) text += separator;
        text += item;
    }
    return text += closing;
}

std::string_view text_for(std::string_view name, std::initializer_list<Filling> fillings) {
    for (const Filling& filling : fillings)
        if (filling.name == name) return filling.text;
    assert(false && "the form has a hole that nothing fills");
    return {};
}

}  // namespace

bool mentions(std::string_view code, std::string_view name) {
    const auto continues_a_word = [&](std::size_t at) {
        return at < code.size() && (std::isalnum(static_cast<unsigned char>(code[at])) != 0 || code[at] == '_');
    };
    for (std::size_t at = code.find(name); at != std::string_view::npos; at = code.find(name, at + 1))
        if ((at == 0 || !continues_a_word(at - 1)) && !continues_a_word(at + name.size())) return true;
    return false;
}

std::string literal(std::string_view text) {
    std::string written = "\"";
    written.reserve(text.size() + 2);
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view quiet = leading(text.substr(at), is_quiet);
        written += quiet;
        at += quiet.size();
        if (at == text.size()) break;
        const auto byte = static_cast<unsigned char>(text[at]);
        const Character character = first_character(text.substr(at));
        if (is_plain(byte)) {
            if (byte != '?' || (at > 0 && text[at - 1] == '?')) written += '\\';
            written += text[at];
        } else {
            written +=
                is_beyond_ascii(character) ? universal_name(character.code_point) : fmt::format("\\{:03o}", byte);
        }
        at += character.bytes;
    }
    return written + '"';
}

std::string comment(std::string_view text) {
    std::string written;
    written.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view plain = leading(text.substr(at), is_plain);
        written += plain;
        at += plain.size();
        if (at == text.size()) break;
        const Character character = first_character(text.substr(at));
        if (!is_beyond_ascii(character))
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
    static constexpr std::array<const char*, 4> names = {"Evidence::none", "Evidence::claimed", "Evidence::attested",
                                                         "Evidence::documented"};
    return names[static_cast<std::size_t>(level)];
}

std::string fact_type_name(FactType type) {
    static constexpr std::array<const char*, 7> names = {"yes_no", "one_of",      "date", "partial_date",
                                                         "number", "measurement", "list"};
    return together({"::pol::FactType::", names[static_cast<std::size_t>(type)]});
}

std::string filled(std::string_view form, std::initializer_list<Filling> fillings) {
    std::string text;
    std::size_t size = form.size();
    for (const Filling& filling : fillings) size += filling.text.size();
    text.reserve(size);
    while (true) {
        const std::size_t hole = std::min(form.find('{'), form.size());
        add_closing_braces(form.substr(0, hole), text);
        if (hole == form.size()) return text;
        form.remove_prefix(hole);
        const bool is_brace = form[1] == '{';
        const std::size_t end = is_brace ? 1 : form.find('}');
        text += is_brace ? form.substr(0, 1) : text_for(form.substr(1, end - 1), fillings);
        form.remove_prefix(end + 1);
    }
}

std::string together(std::initializer_list<std::string_view> parts) {
    std::string text;
    std::size_t size = 0;
    for (const std::string_view part : parts) size += part.size();
    text.reserve(size);
    for (const std::string_view part : parts) text += part;
    return text;
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
    return joined("", items, separator, "");
}

std::string call(const std::string& opening, const std::vector<std::string>& items, int indent) {
    std::string line = joined(opening, items, ", ", ")");
    if (line.find('\n') == std::string::npos && line.size() + static_cast<std::size_t>(indent) <= line_limit)
        return line;
    const std::string blanks(static_cast<std::size_t>(indent) + 4, ' ');
    const std::string first = opening.ends_with(' ') ? opening.substr(0, opening.size() - 1) : opening;
    return joined(first + "\n" + blanks, items, ",\n" + blanks, ")");
}

std::string on_one_line_or_two(const std::string& left, const std::string& right, int indent) {
    const std::string line = left + " " + right;
    if (line.find('\n') == std::string::npos && line.size() + static_cast<std::size_t>(indent) <= line_limit)
        return line;
    return left + "\n" + std::string(static_cast<std::size_t>(indent) + 4, ' ') + right;
}

std::string filled_call(const std::string& opening, const std::vector<std::string>& items, int indent,
                        const std::string& closing) {
    const std::string next_line = ",\n" + std::string(static_cast<std::size_t>(indent) + 4, ' ');
    std::string text = opening;
    std::size_t column = opening.size() + static_cast<std::size_t>(indent);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool fits = column + items[i].size() + 2 <= line_limit;
        if (i > 0) text += fits ? std::string_view(", ") : next_line;
        column = (fits ? column + 2 : next_line.size() - 2) + items[i].size();
        text += items[i];
    }
    return text += closing;
}

std::string date_literal(Date date) {
    if (date == open_end) return "::pol::open_end";
    const CivilDate day = to_civil(date);
    return filled(
        "date_of({year}, {month}, {day})",
        {{"year", std::to_string(day.year)}, {"month", std::to_string(day.month)}, {"day", std::to_string(day.day)}});
}

std::string table(std::string_view type, std::string_view name, const std::vector<std::string>& items) {
    if (items.empty()) return {};
    const std::string opening = together({"constexpr ", type, " ", name, "[] = {"});
    if (items.size() <= 8) {
        std::string line = joined(opening, items, ", ", "};\n");
        if (line.size() <= line_limit && line.find("//") == std::string::npos) return line;
    }
    return joined(opening + "\n    ", items, ",\n    ", ",\n};\n");
}

}  // namespace pol::emission
