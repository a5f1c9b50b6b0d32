#include "compiler/parse/lines.hpp"

#include "compiler/diagnostics/suggest.hpp"
#include "compiler/parse/hints.hpp"

#include <algorithm>

namespace pol::parse_detail {
namespace {

constexpr std::string_view separators = " \t\r\n,:#\"";

std::uint32_t offset(std::size_t position) { return static_cast<std::uint32_t>(position); }

/// Length of the text in quotes at the beginning of `line`, to the line's end if it is not closed.
std::size_t quoted_length(std::string_view line) {
    for (std::size_t at = 1; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '"') {
            return at + 1;
        }
    }
    return line.size();
}

bool is_quantity_word(const std::string& word) {
    const bool counted =
        !word.empty() && std::ranges::all_of(word, [](char sign) { return sign >= '0' && sign <= '9'; });
    return counted || word == "all" || word == "any" || word == "none";
}

/// Words before `of` that open nothing.
bool is_of_one_line(const std::string& word) {
    return word == "one" || word == "scale" || word == "lesser" || word == "greater" || word == "number" ||
           word == "sum" || word == "count" || word == "instead";
}

/// `none` at a line's end is a value, too; a group opens alone on its line or behind one of these.
bool ends_with_quantifier_none(const std::vector<std::string>& words) {
    static const std::vector<std::string> before{"requires", "when", "unless", "attested", "then", "means"};
    if (words.back() != "none") return false;
    return words.size() == 1 || std::ranges::find(before, words[words.size() - 2]) != before.end();
}

/// `at least two different drugs of trials where …`: a count of entries, which takes one line.
bool counts_entries(const std::vector<std::string>& words) {
    return words.back() != "of" && (contains(words, "different") || contains(words, "where"));
}

/// `table`, at the end of the line or before `takes`, and then first on the line, behind a label or behind `=`.
bool opens_table(const std::vector<std::string>& words) {
    const auto table = std::ranges::find(words, "table");
    if (table == words.end() || (table + 1 != words.end() && *(table + 1) != "takes")) return false;
    if (table == words.begin() || *(table - 1) == "=") return true;
    return words.front().ends_with('.') || words.front().ends_with(')') || words.front() == "*";
}

/// `trials : list of`, `class : derived from`, perhaps without their second word.
bool opens_declaration(const std::vector<std::string>& words) {
    const auto colon = std::ranges::find(words, ":");
    if (colon == words.end() || colon + 1 == words.end()) return false;
    return *(colon + 1) == "list" || *(colon + 1) == "derived";
}

bool resembles(const std::string& word, const char* known) { return !closest(word, {known}).empty(); }

}  // namespace

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : offset(before + 1);
}

std::uint32_t line_end(std::string_view text, std::uint32_t at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return offset(end > at && text[end - 1] == '\r' ? end - 1 : end);
}

std::uint32_t next_line(std::string_view text, std::uint32_t at) {
    const std::size_t end = text.find('\n', at);
    return offset(end == std::string_view::npos ? text.size() : end + 1);
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
    return offset(std::min(text.find_first_not_of(" \t", at), text.size()));
}

std::string_view word_at(std::string_view text, std::uint32_t at) {
    const std::string_view line = text.substr(at, line_end(text, at) - at);
    if (line.empty() || line.front() == '#') return {};
    if (line.front() == '"') return line.substr(0, quoted_length(line));
    if (line.front() == ',' || line.front() == ':') return line.substr(0, 1);
    return line.substr(0, std::max<std::size_t>(1, line.find_first_of(separators)));
}

std::vector<std::string> words_of_line(std::string_view text, std::uint32_t at) {
    std::vector<std::string> words;
    const std::uint32_t end = line_end(text, at);
    std::uint32_t place = skip_blanks(text, line_begin(text, at));
    while (place < end) {
        const std::string_view word = word_at(text, place);
        if (word.empty()) break;
        if (word.front() != '"') words.emplace_back(word);
        place = skip_blanks(text, place + offset(word.size()));
    }
    return words;
}

bool goes_on(const std::vector<std::string>& words) {
    static const std::vector<std::string> going_on{",", "and", "or", "+", "-", "*", "/", "=", "means"};
    return words.size() > 1 && std::ranges::find(going_on, words.back()) != going_on.end();
}

bool opens_group(const std::vector<std::string>& words) {
    if (words.empty()) return false;
    if (words.front() == "because" || opens_table(words) || opens_declaration(words)) return true;
    if (words.front() == "notes" && words.size() == 1) return true;
    if (words.size() < 2 || words.back() != "of") return false;
    return words[words.size() - 2] == "first" || is_quantity_word(words[words.size() - 2]);
}

bool was_meant_to_open(const std::vector<std::string>& words) {
    const bool is_row = std::ranges::find(words, "|") != words.end();
    if (words.empty() || is_row) return false;
    if (resembles(words.front(), "because") || opens_table(words) || opens_declaration(words)) return true;
    if (resembles(words.front(), "table") && words.size() > 1 && words[1] == "takes") return true;
    if (words.back() == "all" || words.back() == "any" || ends_with_quantifier_none(words)) return true;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (words[at + 1] == "of" && !is_of_one_line(words[at]) && !counts_entries(words)) return true;
        const std::string& next = words[at + 1];
        if (is_quantity_word(words[at]) && next != "or" && resembles(next, "of")) return true;
        if (resembles(words[at + 1], "requires")) return true;
    }
    return false;
}

}  // namespace pol::parse_detail
