#include "compiler/verify/printed_text.hpp"

#include "compiler/source/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pol::verifying {
namespace {

/// Signs and the plain ones that stand for them.
struct Plain {
    std::uint32_t code_point;
    std::string_view signs;
};
constexpr auto plain_table = std::to_array<Plain>({
    {0x00A0, " "},    {0x2002, " "},    {0x2003, " "},    {0x2009, " "},    {0x202F, " "},     {0x3000, " "},
    {0x2010, "-"},    {0x2011, "-"},    {0x2012, "-"},    {0x2013, "-"},    {0x2014, " - "},   {0x2212, "-"},
    {0x2018, "'"},    {0x2019, "'"},    {0x201C, "\""},   {0x201D, "\""},   {0x00B5, "mc"},    {0x03BC, "mc"},
    {0x00B2, "2"},    {0x2264, "<"},    {0x2265, ">"},    {0xFB00, "ff"},   {0xFB01, "fi"},    {0xFB02, "fl"},
    {0xFB03, "ffi"},  {0xFB04, "ffl"},  {0x00D7, "x"},    {0x2044, "/"},    {0x2612, "\x01"},  {0x2611, "\x01"},
    {0x25A0, "\x01"}, {0x25FC, "\x01"}, {0x2714, "\x01"}, {0x2713, "\x01"}, {0x1F5F9, "\x01"}, {0x1F5F5, "\x01"},
    {0x2610, "\x02"}, {0x25A1, "\x02"}, {0x25FB, "\x02"}, {0x25A2, "\x02"}, {0x274F, "\x02"},  {0x2751, "\x02"},
});

/// The plain signs of a character beyond ASCII; nothing for one that carries nothing, a blank for one without meaning.
std::string_view plain(std::uint32_t code_point) {
    const bool joins_nothing =
        code_point == 0x00AD || code_point == 0xFEFF || (code_point >= 0x200B && code_point <= 0x200F);
    const bool is_raised =
        code_point == 0x00B9 || code_point == 0x00B3 || (code_point >= 0x2070 && code_point <= 0x2079);
    if (joins_nothing || is_raised) return {};
    for (const Plain& entry : plain_table)
        if (entry.code_point == code_point) return entry.signs;
    // A letter of another alphabet goes on a word; anything else stands between words.
    return code_point >= 0x00C0 && code_point < 0x0250 ? "e" : " ";
}

void append(PrintedText& text, std::string_view signs, std::uint32_t origin) {
    text.text += signs;
    text.origins.insert(text.origins.end(), signs.size(), origin);
}

bool is_control(char sign) { return static_cast<unsigned char>(sign) < 0x20; }

void drop_last(PrintedText& text) {
    text.text.pop_back();
    text.origins.pop_back();
}

/// Whether a line that ends so goes on without a blank.
bool is_parted(const PrintedText& text, const PrintedText& line) {
    const char last = text.text.back();
    if (last == '-') return text.text.size() < 2 || text.text[text.text.size() - 2] != ' ';
    const std::string_view all = text.text;
    const std::size_t word = all.find_last_of(' ') + 1;
    const bool in_address = all.substr(word).find("://") != std::string_view::npos;
    return (last == '/' && is_digit(line.text.front())) ||
           (in_address && std::string_view("/=?&_").find(last) != std::string_view::npos);
}

}  // namespace

Span PrintedText::span(std::size_t begin, std::size_t end) const {
    if (origins.empty()) return {file, 0, 0};
    begin = std::min(begin, origins.size() - 1);
    end = std::clamp(end, begin + 1, origins.size());
    // Signs of other lines lie further away than a sign is long.
    std::size_t last = begin;
    while (last + 1 < end && origins[last + 1] >= origins[last] && origins[last + 1] - origins[last] <= 4) ++last;
    return {file, origins[begin], origins[last] + 1};
}

PrintedText PrintedText::part(std::size_t begin, std::size_t end) const {
    const auto at = [&](std::size_t place) { return origins.begin() + static_cast<std::ptrdiff_t>(place); };
    return {text.substr(begin, end - begin), {at(begin), at(end)}, file};
}

PrintedText plain_signs(std::string_view source, std::uint32_t file, std::uint32_t begin) {
    PrintedText result;
    result.file = file;
    while (!source.empty()) {
        const Character character = first_character(source);
        if (!character.valid)
            append(result, " ", begin);
        else if (character.code_point >= 0x80)
            append(result, plain(character.code_point), begin);
        else
            append(result, is_control(source.front()) ? std::string_view(" ") : source.substr(0, 1), begin);
        source.remove_prefix(character.bytes);
        begin += static_cast<std::uint32_t>(character.bytes);
    }
    return result;
}

void read_on(PrintedText& text, const PrintedText& line) {
    if (line.empty()) return;
    while (!text.empty() && text.text.back() == ' ') drop_last(text);
    const std::size_t first = line.text.find_first_not_of(' ');
    if (first == std::string::npos) return;
    const PrintedText rest = line.part(first, line.text.size());
    if (!text.empty() && !is_parted(text, rest)) append(text, " ", text.origins.back());
    // A lower-case word that goes on in lower case was parted; `14-` and `Pharmacy-` keep what they are written with.
    const std::size_t size = text.text.size();
    const bool parted_word =
        size > 1 && text.text.back() == '-' && is_lower(text.text[size - 2]) && is_lower(rest.text.front());
    if (parted_word) drop_last(text);
    text.file = rest.file;
    text.text += rest.text;
    text.origins.insert(text.origins.end(), rest.origins.begin(), rest.origins.end());
}

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_upper(char sign) { return sign >= 'A' && sign <= 'Z'; }
bool is_lower(char sign) { return sign >= 'a' && sign <= 'z'; }
bool is_letter(char sign) { return is_upper(sign) || is_lower(sign); }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

int value_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& sign : lower)
        if (is_upper(sign)) sign = static_cast<char>(sign - 'A' + 'a');
    return lower;
}

std::string name_in_capitals(std::string_view name) {
    std::string capitals(name);
    for (char& sign : capitals) {
        if (sign == '_') sign = ' ';
        if (is_lower(sign)) sign = static_cast<char>(sign - 'a' + 'A');
    }
    return capitals;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    while (!(text = trimmed(text)).empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

}  // namespace pol::verifying
