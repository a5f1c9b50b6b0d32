#include "compiler/parse/hints.hpp"

#include "compiler/diagnostics/suggest.hpp"
#include "compiler/parse/vocabulary.hpp"

#include <algorithm>

namespace pol::parse_detail {
namespace {

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }
bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }
bool is_capital(char sign) { return sign >= 'A' && sign <= 'Z'; }

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::string in_small_letters(std::string word) {
    for (char& sign : word) {
        if (is_capital(sign)) sign = static_cast<char>(sign - 'A' + 'a');
    }
    return word;
}

/// The expected thing begins with `a name` or lists names among others.
bool expects(const Encounter& met, std::string_view what) {
    return std::string_view(met.expected).find(what) != std::string_view::npos;
}

bool is_amount_with_unit(const std::string& word) {
    return is_digit(word.front()) && is_letter(word.back()) && word.find('-') == std::string::npos;
}

std::string hint_for_name(const std::string& word) {
    if (contains(reserved_words(), word)) return "`" + word + "` is a word of the language and cannot be a name";
    if (word.front() == '"') return "a name stands without quotation marks";
    const bool other_signs = std::ranges::any_of(word, [](char sign) { return is_capital(sign) || sign == '-'; });
    if (other_signs && is_letter(word.front())) return "names are small letters, digits and `_`";
    return {};
}

/// Closeness to the words that are expected literally; words that are only examples do not count.
std::string hint_for_literal(const Encounter& met) {
    if (expects(met, "such as")) return {};
    std::vector<std::string> known;
    for (const std::string& words : words_in_backticks(met.expected)) known.push_back(words.substr(0, words.find(' ')));
    if (contains(known, in_small_letters(met.word))) return "words of the language are written in small letters";
    return did_you_mean(met.word, known);
}

bool is_sign_of_comparison(const std::string& word) {
    return !word.empty() && std::string_view("=<>!").find(word.front()) != std::string_view::npos;
}

}  // namespace

std::string hint_for_word(const Encounter& met) {
    const std::string& word = met.word;
    if (is_sign_of_comparison(word)) return "comparisons are words, such as `is` or `is at least`";
    if (expects(met, "a date")) return "a date is written year-month-day, such as `2026-06-01`";
    if (expects(met, "an amount") && is_amount_with_unit(word)) return "put a blank between the number and its unit";
    if ((expects(met, "a time") || expects(met, "an age")) && is_digit(word.front())) {
        return "a time is a number and `days`, `weeks`, `months` or `years`";
    }
    if (expects(met, "a text") || expects(met, "a title") || expects(met, "as a text")) {
        return "a text stands in quotation marks";
    }
    if (expects(met, "`not`, or `one of`") && (word == "at" || word == "more" || word == "less")) {
        return "only an age can be compared with `is at least` and the like";
    }
    if (expects(met, "a value") && word.front() == '"') return "a value is a name, without quotation marks";
    if (expects(met, "a condition")) return "a condition is a fact, `is` and a value";
    if (expects(met, "a name") || expects(met, "a value")) return hint_for_name(word);
    return hint_for_literal(met);
}

std::string hint_at_end(const Encounter& met) {
    if (!met.words.empty() && met.words.front() == "end") return {};
    return "a line goes on in the next one only after `,`, `and` or `or`";
}

std::string hint_for_line(const Encounter& met) {
    const std::string& word = met.word;
    const std::string meant = did_you_mean(in_small_letters(word), line_words(met.expected));
    if (!meant.empty() && contains(line_words(met.expected), in_small_letters(word))) {
        return "words of the language are written in small letters: `" + in_small_letters(word) + "`";
    }
    if (!meant.empty()) return meant;
    if (word.front() == '"') return "a text stands behind a label or `note`";
    if (word.front() == '-') return "a paragraph without a number begins with `*`";
    if (is_digit(word.front())) return "a label is a number, a letter or a roman number with `.` or `)` and a blank";
    return std::string("expected ") + met.expected;
}

std::string hint_behind_statement(const Encounter& met) {
    const std::string& word = met.word;
    if (word == "end") return "`end` stands on a line of its own";
    if (word == "and" || word == "or") return "`and` and `or` join conditions only";
    if (is_sign_of_comparison(word)) return "comparisons are words, such as `is` or `is at least`";
    if (word == ",") return "no list can go on here";
    if (word.front() == '"') return "a text in a text is written with `\\\"`; one text is enough here";
    return did_you_mean(in_small_letters(word), words_that_go_on());
}

bool looks_like_nested_label(std::string_view word) {
    const std::size_t first = word.find_first_of(".)");
    if (first == std::string_view::npos || first == 0 || first + 1 >= word.size()) return false;
    const bool number = std::ranges::all_of(word.substr(0, first), is_digit);
    return number && (is_letter(word[first + 1]) || is_digit(word[first + 1]));
}

bool looks_like_condition(const Encounter& met) {
    if (met.words.size() < 2 || met.words.front() != met.word || !is_letter(met.word.front())) return false;
    if (!line_words(met.expected).empty() && !std::string_view(met.expected).starts_with("a statement")) return false;
    static const std::vector<std::string> comparisons{"are", "was", "has", "in", "equals", "must", "should", "isnt"};
    return is_sign_of_comparison(met.words[1]) || contains(comparisons, met.words[1]);
}

}  // namespace pol::parse_detail
