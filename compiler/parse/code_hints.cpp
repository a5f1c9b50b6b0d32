// Codes, and choices with a day, as people write them elsewhere.

#include "compiler/parse/hints.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace pol::parse_detail {
namespace {

bool is_capital(char sign) { return sign >= 'A' && sign <= 'Z'; }

bool looks_like_code(std::string_view word) { return word.size() > 2 && is_capital(word[0]) && is_digit(word[1]); }

/// `C50.-` as documents print it, `96413-96417`: several codes in one word. Empty where the word before is neither.
std::string hint_for_several_codes(const std::string& word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string::npos || hyphen < 3) return {};
    if (looks_like_code(word) && word.ends_with(".-")) return is_written(word, word.substr(0, hyphen) + "*");
    const bool is_number = word.find_first_not_of("0123456789-") == std::string::npos;
    const bool is_range = is_number && hyphen == 5 && word.size() == 11 && word.rfind('-') == hyphen;
    return is_range ? is_written(word, word.substr(0, hyphen) + " to " + word.substr(hyphen + 1)) : std::string();
}

bool looks_like_day(std::string_view word) {
    constexpr std::string_view shape = "2026-02-20";
    return word.size() == shape.size() && is_digit(word.front()) && word[4] == '-' && word[7] == '-';
}

}  // namespace

std::string hint_for_code_type(const Encounter& met) {
    if (met.word.starts_with("icd")) return "did you mean `icd10cm code`?";
    if (met.word == "code") return "the system of a code stands before it, as in `icd10cm code`";
    return {};
}

std::string hint_behind_value(const Encounter& met) {
    const std::string& word = met.word;
    const bool declares_measured = contains(met.words, ":") && contains(met.words, "measured");
    if (declares_measured && (word == "one" || word == "scale"))
        return "`measured " + word + " of` and the values, such as `measured " + word + " of low, high`";
    if (word.size() > 1 && word[0] == '.' && is_digit(word[1])) return "a code is written in capitals, as in `C50.911`";
    const std::string about_several = hint_for_several_codes(word_before(met, 1));
    if (!about_several.empty()) return about_several;
    const bool has_codes = std::ranges::any_of(met.words, looks_like_code);
    if (has_codes && (word == "through" || word == "-"))
        return "a range of codes is written with `to`, as in `C16.0 to C16.9`";
    return looks_like_day(word) ? "the day of a measurement stands behind `on`" : "";
}

}  // namespace pol::parse_detail
