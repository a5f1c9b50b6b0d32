// Words that people bring along from forms, other languages and the printed document, with the language's own.

#include "compiler/parse/hints.hpp"
#include "compiler/parse/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pol::parse_detail {
namespace {

/// Other words with the language's own.
using Table = std::vector<std::pair<std::string_view, std::string_view>>;

std::string lookup(const Table& table, std::string_view word) {
    const auto found = std::ranges::find(table, word, [](const auto& entry) { return entry.first; });
    return found == table.end() ? std::string() : std::string(found->second);
}

/// The word so many places behind the one that was met; empty where there is none.
std::string word_behind(const Encounter& met, std::size_t places) {
    return met.place + places < met.words.size() ? met.words[met.place + places] : std::string();
}

bool is_label(const std::string& word) { return word.ends_with('.') || word.ends_with(')'); }

/// `diagnosis gout flares 4, tophi no`, met at `flares`.
bool states_facts(const Encounter& met) {
    const std::string behind = word_behind(met, 1);
    const bool has_value = is_name(behind) || is_number(behind);
    return has_value && is_name(met.words.front()) && met.words.front() != "possible" && contains(met.words, ",") &&
           !contains(met.words, "is");
}

/// `the weekly dose`: two words side by side that begin no condition.
bool begins_text(const Encounter& met) {
    const std::string behind = word_behind(met, 1);
    return is_name(behind) && !contains(reserved_words(), behind);
}

bool joins(const std::string& word) { return word == "and" || word == "or" || word == "unless"; }

bool is_request_fact(const std::string& word) {
    static const std::vector<std::string> names{"line_of_business", "benefit",         "request",    "birth_date",
                                                "date_of_request",  "date_of_service", "first_start"};
    return std::ranges::find(names, word) != names.end();
}

/// `is` with `not` drawn to it.
bool is_contraction(std::string_view word) { return word == "isn't" || word == "isnt" || word == "doesn't"; }

/// The words before the `:` of a fact, as one name.
std::string name_before_colon(const Encounter& met) {
    std::string name;
    for (const std::string& word : met.words) {
        if (word == ":") break;
        name += (name.empty() ? "" : "_") + word;
    }
    return name;
}

const Table& units_of_time() {
    static const Table table{{"d", "days"},     {"wk", "weeks"},   {"wks", "weeks"},   {"mo", "months"},
                             {"mos", "months"}, {"mth", "months"}, {"mths", "months"}, {"mon", "months"},
                             {"y", "years"},    {"yr", "years"},   {"yrs", "years"},   {"y.o.", "years"}};
    return table;
}

const Table& numbers() {
    static const Table table{{"one", "1"},  {"two", "2"},  {"three", "3"},  {"four", "4"},
                             {"five", "5"}, {"six", "6"},  {"seven", "7"},  {"eight", "8"},
                             {"nine", "9"}, {"ten", "10"}, {"twelve", "12"}};
    return table;
}

const Table& types() {
    static const Table table{
        {"yes", "yes/no"},     {"boolean", "yes/no"}, {"bool", "yes/no"},   {"y/n", "yes/no"},
        {"flag", "yes/no"},    {"integer", "number"}, {"int", "number"},    {"decimal", "number"},
        {"numeric", "number"}, {"float", "number"},   {"day", "date"},      {"datetime", "date"},
        {"choice", "one of"},  {"enum", "one of"},    {"either", "one of"}, {"ordered", "scale of"}};
    return table;
}

const Table& groups() {
    static const Table table{{"either", "any of"}, {"both", "all of"},  {"neither", "none of"}, {"one", "any of"},
                             {"each", "all of"},   {"every", "all of"}, {"nor", "none of"},     {"anyone", "any of"}};
    return table;
}

std::string write_one_of(const std::string& first, const std::string& second) {
    return "write `is one of " + first + ", " + second + "`";
}

}  // namespace

std::string hint_for_second_value(const Encounter& met) {
    const std::string second = word_behind(met, 1);
    const std::string end = word_behind(met, 2);
    const bool is_alone = is_name(second) && (end.empty() || end == "then" || joins(end));
    const bool is_value = word_before(met, 2) == "is" && is_name(word_before(met, 1)) && is_alone;
    return is_value && (met.word == "or" || met.word == ",") ? write_one_of(word_before(met, 1), second)
                                                             : std::string();
}

std::string hint_for_number_in_words(const Encounter& met) {
    const std::vector<std::string>& words = met.words;
    for (std::size_t at = 1; at < words.size(); ++at) {
        const std::string digits = lookup(numbers(), words[at]);
        if (digits.empty() || (words[at - 1] != "least" && words[at - 1] != "most")) continue;
        if (!contains(words, "different")) return is_written(words[at], digits);
        return is_written(words[at], digits) +
               ", and behind `different` stands the name of the field, as in `at least " + digits +
               " different drug of trials`";
    }
    return {};
}

std::string hint_for_bare_condition(const Encounter& met) {
    if (met.place == 0 && is_label(met.word))
        return "the line before ends with `and`, `or` or `,`, so that it goes on here";
    if (met.word == "unless") return "`unless` stands behind its condition, on the same line";
    if (met.word == "is" && joins(word_before(met, 1)))
        return "behind `" + word_before(met, 1) + "` the fact is named again";
    const std::string behind = word_behind(met, 1);
    if (is_contraction(behind)) return is_written(behind, "is not");
    if (behind == "in") return is_written("in", "is one of");
    if (!is_name(met.word) || !(behind.empty() || behind == "then" || joins(behind))) return {};
    const std::string joined = word_before(met, 1);
    const bool has_list = contains(met.words, "one") && word_before(met, 2) != "is";
    if (has_list && joins(joined)) return "the values of `is one of` have `,` between them";
    if (joined == "or" && word_before(met, 3) == "is") return write_one_of(word_before(met, 2), met.word);
    if (joined == "and" && word_before(met, 3) == "is") return "behind `and` the fact is named again";
    return is_written(met.word, met.word + " is yes");
}

std::string hint_for_other_word(const Encounter& met) {
    const std::string& word = met.word;
    if (expects(met, "`days`, `weeks`")) return is_written(word, lookup(units_of_time(), word));
    if (expects(met, "`scale of`")) {
        if (word == "text" || word == "string" || word == "free")
            return "no fact is free text; say which answers there are with `one of`";
        return is_written(word == "yes" ? "yes or no" : word, lookup(types(), word));
    }
    if (expects(met, "a time such as") && word == "from") return hint_for_approval(met);
    if (expects(met, "a time such as") && word == "for") return "the time stands without `for`";
    if (expects(met, "a time such as") && word == "every") return "loading doses are so many `days apart`";
    if (expects(met, "a whole number")) return is_written(word, lookup(numbers(), word));
    if (expects(met, "`weight * 2`") && (word == "age" || word == "not" || contains(met.words, "is")))
        return "a condition is defined with `means`, a value with `=`";
    if (expects(met, " document such as") && word.front() == '"')
        return "say what it is, such as `policy " + word + "`";
    if (expects(met, "an age such as") && word == "between")
        return "write two conditions, `is at least` the lower bound and `is at most` the upper one";
    if (expects(met, "`from` and the date it starts on")) return hint_for_approval(met);
    if (expects(met, "`never` and an outcome") && word != "never") return "a check is `check never` and an outcome";
    if (std::string_view(met.expected) == "`)`" && word == "is") return "the parentheses of a value end before `is`";
    return {};
}

std::string hint_for_other_line(const Encounter& met) {
    const std::string& word = met.word;
    if (word.find('/') == 2 && word.rfind('/') == 5) return "a date is written year-month-day, such as `2026-06-01`";
    if (word.starts_with("icd")) return "did you mean `icd10cm`?";
    if (expects(met, "a fact such as") && is_name(word) && is_name(word_behind(met, 1)) && contains(met.words, ":"))
        return "a name has no blanks: `" + name_before_colon(met) + "`";
    if (!expects(met, "a statement")) return {};
    if (word == "not" && word_behind(met, 1) == "covered")
        return "a denial is `excluded`, `criteria not met`, `not medically necessary` or `investigational`";
    if (word == "not" && is_name(word_behind(met, 1)) && word_behind(met, 2).empty())
        return is_written("not " + word_behind(met, 1), word_behind(met, 1) + " is no");
    if (word == "unless") return "`unless` stands behind its condition, on the same line";
    if (word == "when") return "what is required stands without `when`; what is asked of some only begins with `if`";
    if (is_contraction(word_behind(met, 1))) return is_written(word_behind(met, 1), "is not");
    return is_written(word, lookup(groups(), word));
}

std::string hint_behind_line(const Encounter& met) {
    const std::string& word = met.word;
    const bool asks = contains(met.words, "is");
    if (word == "AND" || word == "OR") return is_written(word, word == "AND" ? "and" : "or");
    const std::string second_value = hint_for_second_value(met);
    if (!second_value.empty()) return second_value;
    if (word == "," && asks) return "conditions are joined by `and` or `or`; only the values of a list go on with `,`";
    if (word == ":" || word == ";" || word == ".") return "no `" + word + "` stands here";
    if (word == "through" && contains(met.words, "approve")) return "the last day is written `until … at the latest`";
    const bool begins_cell = word == "any" || is_number(word);
    if (begins_cell && contains(met.words, "|")) return "cells have `|` between them";
    if (word == ".pol") return "a file is named without `.pol`";
    if (word == "old") return "an age ends with its unit";
    if (word == "except" && asks) return is_written(word, "unless");
    if (!is_name(word)) return {};
    if (met.place == 1 && is_label(met.words.front()) && word_behind(met, 1).empty())
        return is_written(word, word + " is yes");
    if (met.place == 1 && is_label(met.words.front()) && (!asks || begins_text(met)))
        return "a text stands in quotation marks";
    if (states_facts(met)) return "the facts of a line have `,` between them";
    if (!is_name(word_before(met, 1))) return {};
    if (word == "claimed" || word == "attested" || word == "documented")
        return asks ? "the level of a condition stands before it: `attested`" : "";
    if (is_request_fact(word)) return "the facts of a line have `,` between them";
    const std::string first = met.words.front();
    if (first == "for" || (contains(met.words, "one") && contains(met.words, "of")))
        return "the names of a list have `,` between them";
    const bool is_phrase = word_before(met, 1) == "a" || word_before(met, 1) == "an";
    if (is_phrase) return {};
    const bool ends_value =
        word_before(met, 2) == "is" || (word_before(met, 2) == "not" && word_before(met, 3) == "is");
    return ends_value ? "a value is one name, without blanks: `" + word_before(met, 1) + "_" + word + "`" : "";
}

}  // namespace pol::parse_detail
