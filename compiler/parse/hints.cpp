#include "compiler/parse/hints.hpp"

#include "compiler/diagnostics/suggest.hpp"
#include "compiler/parse/vocabulary.hpp"

#include <algorithm>

namespace pol::parse_detail {

bool expects(const Encounter& met, std::string_view what) {
    return std::string_view(met.expected).find(what) != std::string_view::npos;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::string word_before(const Encounter& met, std::size_t places) {
    return met.place < places ? std::string() : met.words[met.place - places];
}

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

bool is_number(const std::string& word) { return !word.empty() && is_digit(word.front()); }

bool is_name(const std::string& word) {
    if (word.empty() || word.front() < 'a' || word.front() > 'z') return false;
    return std::ranges::all_of(word,
                               [](char sign) { return (sign >= 'a' && sign <= 'z') || is_digit(sign) || sign == '_'; });
}

std::string is_written(std::string_view words, std::string_view meant) {
    return meant.empty() ? std::string() : "`" + std::string(words) + "` is written `" + std::string(meant) + "`";
}

namespace {

constexpr const char* date_hint = "a date is written year-month-day, such as `2026-06-01`";

bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }
bool is_capital(char sign) { return sign >= 'A' && sign <= 'Z'; }

std::string in_small_letters(std::string word) {
    for (char& sign : word) {
        if (is_capital(sign)) sign = static_cast<char>(sign - 'A' + 'a');
    }
    return word;
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

std::string hint_for_outcome(const std::string& word) {
    if (word == "not" || word == "denied" || word == "denial" || word == "deny" || word == "rejected") {
        return "a denial is `excluded`, `criteria not met`, `not medically necessary` or `investigational`";
    }
    return contains(outcome_words(), word) ? std::string() : did_you_mean(in_small_letters(word), outcome_words());
}

std::string hint_for_value(const Encounter& met) {
    if (met.word.front() == '"') return "a value is a name, without quotation marks";
    if (met.word == "," && met.place > 0) return "say what it is, as in `" + word_before(met, 1) + " yes`";
    if (met.word == "not") return "what is unknown is `not given` or `not knowable`";
    if (met.word.starts_with("[")) return "an entry stands in parentheses, and `,` between entries";
    if (met.word == "is") return "a scenario states a fact and its value, without `is`";
    if (is_digit(met.word.front())) {
        return met.word.find_first_of("-/") != std::string::npos ? date_hint : "a number is written `7` or `7.2`";
    }
    const std::string meant = did_you_mean(met.words.front(), line_words("facts such as"));
    return meant.empty() ? hint_for_name(met.word) : meant;
}

/// Values, times and windows as people say them.
std::string hint_for_spoken(const Encounter& met) {
    for (const auto& hint : {hint_for_operation, hint_for_two_units, hint_for_window}) {
        std::string spoken = hint(met);
        if (!spoken.empty()) return spoken;
    }
    return {};
}

/// Closeness to the words that are expected literally; words that are only examples do not count.
std::string hint_for_literal(const Encounter& met) {
    if (expects(met, "such as")) return {};
    std::vector<std::string> known;
    for (const std::string& words : words_in_backticks(met.expected)) known.push_back(words.substr(0, words.find(' ')));
    return contains(known, met.word) ? std::string() : did_you_mean(met.word, known);
}

std::string hint_for_condition(const Encounter& met) {
    const std::string& word = met.word;
    const std::string count = hint_for_count(met);
    if (!count.empty()) return count;
    const std::string comparison = hint_for_comparison(met);
    if (!comparison.empty()) return comparison;
    const std::string spoken = hint_for_spoken(met);
    if (!spoken.empty()) return spoken;
    static const std::vector<std::string> openings{"all", "any", "none", "at", "attested"};
    if (expects(met, "one condition") && contains(openings, word)) {
        return "before `then` stands one test; give more than that a name with `define`";
    }
    const std::string sign = hint_for_sign_behind(met);
    if (!sign.empty()) return sign;
    const std::string closing = did_you_mean(word, {"end"});
    if (!closing.empty()) return closing;
    const std::string bare = hint_for_bare_condition(met);
    return bare.empty() ? "a condition is a fact, `is` and a value" : bare;
}

std::string hint_for_cell(const Encounter& met) {
    if (met.word == "|") return "write `any` where nothing is asked";
    if (!is_sign_of_comparison(met.word)) return "a cell is a value, a bound or `any`, with `|` between cells";
    return "write `at least`, `more than`, `at most` or `less than`, without `is`";
}

/// Where a definition, a case of it or the type of a fact goes on.
std::string hint_for_definition(const Encounter& met) {
    const std::string& word = met.word;
    if (expects(met, "`means` and")) {
        const std::string meant = did_you_mean(word, {"means"});
        return meant.empty() ? "a condition is defined with `means`, a value with `=`" : meant;
    }
    if (expects(met, "`weight * 2`") && word == "=") return "one `=` is enough";
    if (expects(met, "or `otherwise`") && word == "if") return "the condition of a case stands behind `when`";
    if (expects(met, "or `otherwise`") && word == "else") return "the last case ends with `otherwise`";
    if (expects(met, "`scale of`") && (word == "scale" || word == "one")) {
        return "`" + word + " of` and the values, such as `" + word + " of low, high`";
    }
    if (expects(met, "`scale of`")) {
        const std::string code = hint_for_code_type(met);
        return code.empty() ? hint_for_list(met) : code;
    }
    if (expects(met, "the values of the group") && word == ":") return "the values stand behind the name of the group";
    return {};
}

/// Where an amount, a value or a day is needed.
std::string hint_for_amount(const Encounter& met) {
    const std::string& word = met.word;
    if ((word == "lesser" || word == "greater") && contains(met.words, "of"))
        return "inside another value `" + word + " of` stands in parentheses";
    const bool is_date = is_digit(word.front()) && word.find('-') != std::string::npos;
    if (expects(met, "a comparison such as") && is_date) {
        return "days are compared in words: `is on`, `is before`, `is on or after`";
    }
    if (expects(met, "a day such as") && is_digit(word.front())) return date_hint;
    for (const char* what : {"a fact and its value", "an expectation such as", "the highest amount"}) {
        if (expects(met, what)) return hint_for_number(met);
    }
    return {};
}

/// `8. dose weekly_dose / weight is …`: the text of an item, read as the dose that is approved.
std::string hint_for_text(const Encounter& met) {
    const bool is_behind_label = met.place == 2 && (met.words[0].ends_with('.') || met.words[0].ends_with(')'));
    if (!is_behind_label || met.words[1] != "dose" || !expects(met, "an amount") || is_digit(met.word.front()))
        return {};
    return contains(met.words, "is") ? "a text stands in quotation marks" : std::string();
}

}  // namespace

bool is_sign_of_comparison(std::string_view word) {
    return !word.empty() && std::string_view("=<>!").find(word.front()) != std::string_view::npos;
}

std::string hint_for_word(const Encounter& met) {
    const std::string& word = met.word;
    for (const auto& hint : {hint_for_connective, hint_for_other_word, hint_for_spoken, hint_for_definition,
                             hint_for_listed_numbers, hint_for_text}) {
        std::string about_words = hint(met);
        if (!about_words.empty()) return about_words;
    }
    if (expects(met, "a cell such as")) return hint_for_cell(met);
    if (is_sign_of_comparison(word)) return expects(met, "`=`") ? std::string() : hint_for_sign(word);
    const std::string about_minus = hint_for_minus(met);
    if (!about_minus.empty()) return about_minus;
    const std::string about_amount = hint_for_amount(met);
    if (!about_amount.empty()) return about_amount;
    const bool lacks_is = std::string_view(met.expected) == "`is`" || expects(met, "`is` and what");
    if (lacks_is || expects(met, "an age such as")) {
        const std::string count = hint_for_count(met);
        return count.empty() ? hint_for_comparison(met) : count;
    }
    if (expects(met, "the end of what is asked"))
        return "give the value a name with `define`, or put it in parentheses";
    const std::string about_count = std::string_view(met.expected) == "`of`" ? hint_for_count(met) : std::string();
    if (!about_count.empty()) return about_count;
    if (expects(met, "`and` or `or` and")) {
        return word == "unless" ? "an exception to what `and` or `or` joins stands behind a group"
                                : "one condition alone stands without parentheses";
    }
    if (std::string_view(met.expected) == "`)`") return hint_for_entry(met);
    if (expects(met, "a place such as")) return "an entry is named by its place in the list, from 1";
    if (expects(met, "an outcome")) return hint_for_outcome(word);
    if (expects(met, "a value, a number")) return hint_for_value(met);
    if (expects(met, "a date")) return date_hint;
    if (expects(met, "an amount") && is_amount_with_unit(word)) return "put a blank between the number and its unit";
    if (expects(met, "a text") || expects(met, "a title") || expects(met, "as printed")) {
        return word.front() == '\'' ? "a text stands in double quotation marks: `\"`"
                                    : "a text stands in quotation marks";
    }
    if (expects(met, "condition such as")) return hint_for_condition(met);
    if (expects(met, "a name") || expects(met, "a value")) return hint_for_name(word);
    return hint_for_literal(met);
}

namespace {

/// Lines that begin with a fact, but not as a condition does.
std::string hint_for_fact(const Encounter& met) {
    Encounter behind = met;
    ++behind.place;
    const std::string operation = hint_for_operation(behind);
    if (!operation.empty()) return operation;
    const std::string comparison = hint_for_comparison(met);
    if (!comparison.empty()) return comparison;
    const std::string window = hint_for_window(met);
    return window.empty() ? hint_for_bare_fact(met) : window;
}

/// Lines that are told by their second word.
std::string hint_for_second_word(const Encounter& met) {
    if (met.words.size() < 2) return {};
    if (expects(met, "a part of the plan") && contains(met.words, "before")) {
        return "an order of days is written `date_of_service not before date_of_request`";
    }
    return expects(met, "a statement") ? did_you_mean(met.words[1], {"approve", "requires"}) : std::string();
}

}  // namespace

std::string hint_for_line(const Encounter& met) {
    const std::string& word = met.word;
    const std::vector<std::string>& known = line_words(met.expected);
    const std::string small = in_small_letters(word);
    if (word == "and" || word == "or") return "`" + word + "` ends the line before; the condition then goes on here";
    if (word.starts_with("//")) return "a comment begins with `#`";
    for (const auto& hint : {hint_for_line_of_connective, hint_for_other_line}) {
        std::string about_other = hint(met);
        if (!about_other.empty()) return about_other;
    }
    if (word == "not") return "before a condition stands no `not`; write `is not`, or the group `none of`";
    if (word != small && contains(known, small)) {
        return "words of the language are written in small letters: `" + small + "`";
    }
    const std::string meant = did_you_mean(small, known);
    if (!meant.empty()) return meant;
    if (word == "|") return "a row begins with its label, such as `a.`, or in a definition with `row`";
    if (word.front() == '"' && expects(met, "a group and")) return "a group begins with its name";
    if (word.front() == '"') return "a text stands behind a label or `note`";
    if (word.front() == '(') return "a label is written without the opening parenthesis, such as `a)`";
    if (word.front() == '-') return "a paragraph without a number begins with `*`";
    const bool looks_like_label = is_digit(word.front()) || word.back() == '.' || word.back() == ')';
    if (looks_like_label) return "a label is a number, letters or both, at most 12 signs, with `.` or `)` and a blank";
    if (word == "quantity") {
        const bool is_reserved = met.words.size() > 1 && contains(reserved_words(), met.words[1]);
        return is_reserved ? hint_for_name(met.words[1]) : "behind `quantity` stand a code or a name, and `=`";
    }
    const std::string about_second = hint_for_second_word(met);
    if (!about_second.empty()) return about_second;
    const bool declares = expects(met, "a fact such as") || expects(met, "a line of business such as");
    const std::string about_name = declares ? hint_for_name(word) : hint_for_outcome(word);
    if (!about_name.empty()) return about_name;
    const bool may_state_fact = expects(met, "a statement") && !contains(outcome_words(), word);
    const std::string about_fact = may_state_fact ? hint_for_fact(met) : std::string();
    return about_fact.empty() ? std::string("expected ") + met.expected : about_fact;
}

namespace {

/// `28 weeks and 6 days` at the end of a line, which is read as a condition that begins with `6 days`.
std::string hint_for_time_before(const Encounter& met) {
    constexpr std::size_t length = 3;
    if (!expects(met, "`is` and what") || met.place < length) return {};
    Encounter joined = met;
    joined.place -= length;
    return hint_for_two_units(joined);
}

}  // namespace

std::string hint_at_line_end(const Encounter& met) {
    const std::string about_time = hint_for_time_before(met);
    if (!about_time.empty()) return about_time;
    if (expects(met, "`and` or `or` and")) return "parentheses stand only around what lies between other conditions";
    if (expects(met, "a cell such as")) return "no `|` stands behind the last cell";
    if (std::string_view(met.expected) == "`of`" && std::ranges::find(met.words, "sum") != met.words.end())
        return "say of which field, as in `sum of amount of trials`";
    if (expects(met, "a value, a number")) return "a line goes on in the next one only after `,`";
    if (!expects(met, "`then`")) return {};
    return "an item that is asked of some members only has its `if` on the line of its label";
}

std::string hint_outside(const Encounter& met) {
    if (met.word == "not") return "`not in document` stands on the line of its definition";
    if (met.word.starts_with("[") || met.word == "hcpcs" || met.word == "cpt" || met.word == "ndc") {
        return "a block that begins on its opening line ends with that line; let this one begin below it, and close "
               "it with `end`";
    }
    const std::string small = in_small_letters(met.word);
    if (small != met.word && contains(line_words(met.expected), small))
        return "words of the language are written in small letters: `" + small + "`";
    const std::string meant = did_you_mean(small, line_words(met.expected));
    return meant.empty() ? "every line stands in a block; is there an `end` too many above?" : meant;
}

/// Behind a line that opens a block, or one of the header.
std::string hint_behind_opening(const Encounter& met) {
    if (met.words.empty()) return {};
    const std::string& first = met.words.front();
    if (first == "applies" && !contains(met.words, "[x]") && !contains(met.words, "["))
        return "lines of business are boxes, such as `[x] group` or `[ ] group`";
    if (first == "applies") return "the benefits have a line of their own, in a block that begins below `applies to`";
    const bool adds_line = met.word == "," || is_name(met.word);
    if (first.starts_with('[') && adds_line) return "each line of business has a box of its own, and no `,` behind it";
    if (first == "section") return "the lines of business stand behind `for`";
    const std::vector<std::string>& header = line_words("a line of the header");
    return contains(header, first) ? did_you_mean(in_small_letters(met.word), header) : std::string();
}

std::string hint_behind_statement(const Encounter& met) {
    const std::string& word = met.word;
    if (word == ")") return "this `)` closes nothing";
    for (const auto& hint : {hint_behind_printed, hint_behind_opening}) {
        std::string about_opening = hint(met);
        if (!about_opening.empty()) return about_opening;
    }
    if (word == "end") return "`end` stands on a line of its own";
    if (word == "and" || word == "or") return "`and` and `or` join conditions only; lists go on with `,`";
    if (word == "at") return "only an LCD or an NCD has an address";
    if (word == "if") return "the condition of an outcome stands behind `when`";
    if (word == "instead") return "`instead of` stands behind the outcome, before its `when`";
    if (word.starts_with("//")) return "a comment begins with `#`";
    const std::string about_value = hint_behind_value(met);
    if (!about_value.empty()) return about_value;
    const bool repeats_items = word.starts_with('-') && contains(met.words, "items");
    if (word == "-" || repeats_items) return "a range is written with `to`, such as `1 to 4`";
    const std::string spoken = hint_for_spoken(met);
    if (!spoken.empty()) return spoken;
    const std::string about_count = hint_behind_count(met);
    if (!about_count.empty()) return about_count;
    const std::string about_number = hint_for_number(met);
    if (!about_number.empty()) return about_number;
    if (word == "unless") return "`unless` stands once, behind a plain condition or a group";
    if (word == "of" && contains(met.words, "one")) return "only a fact is compared with `is one of`";
    if (word == "then") return "what holds only where something else does begins with `if`";
    if (is_sign_of_comparison(word)) return hint_for_sign(word);
    for (const auto& hint : {hint_for_sign_behind, hint_for_comparison}) {
        std::string comparison = hint(met);
        if (!comparison.empty()) return comparison;
    }
    const std::string about_other = hint_behind_line(met);
    if (!about_other.empty()) return about_other;
    if (word == ",") return "no list can go on here";
    if (met.behind_quote) return "a quotation mark inside a text is written `\\\"`";
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
    if (met.word == "quantity") return false;
    if (!line_words(met.expected).empty() && !std::string_view(met.expected).starts_with("a statement")) return false;
    static const std::vector<std::string> comparisons{"are", "was", "has", "in", "equals", "must", "should", "isnt"};
    return is_sign_of_comparison(met.words[1]) || contains(comparisons, met.words[1]);
}

}  // namespace pol::parse_detail
