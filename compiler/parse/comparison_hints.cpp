// Numbers and comparisons as people write them elsewhere: in signs, in other words, with a comma, with a lone `-`.

#include "compiler/parse/hints.hpp"
#include "compiler/parse/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pol::parse_detail {
namespace {

using Words = std::vector<std::string>;

/// Other words and signs with the language's own.
using Table = std::vector<std::pair<std::string_view, std::string_view>>;

const Table& signs() {
    static const Table table{{">=", "is at least"}, {"=>", "is at least"}, {"<=", "is at most"}, {"=<", "is at most"},
                             {">", "is more than"}, {"<", "is less than"}, {"=", "is"},          {"==", "is"},
                             {"!=", "is not"},      {"<>", "is not"}};
    return table;
}

const Table& comparatives() {
    static const Table table{{"over", "is more than"},
                             {"above", "is more than"},
                             {"greater", "is more than"},
                             {"higher", "is more than"},
                             {"older", "is more than"},
                             {"longer", "is more than"},
                             {"under", "is less than"},
                             {"below", "is less than"},
                             {"fewer", "is less than"},
                             {"lower", "is less than"},
                             {"smaller", "is less than"},
                             {"younger", "is less than"},
                             {"shorter", "is less than"},
                             {"minimum", "is at least"},
                             {"maximum", "is at most"},
                             {"equal", "is"},
                             {"exactly", "is"}};
    return table;
}

/// `is between 30 and 1500`; empty for one that is not a condition.
std::string hint_for_between(const Words& words) {
    const auto between = std::ranges::find(words, "between");
    if (between == words.end() || between - words.begin() < 2 || *(between - 1) != "is") return {};
    const std::string& before = *(between - 2);
    static const Words inside_values{"of", "+", "-", "*", "/", "to"};
    const bool is_alone = is_name(before) && (between - words.begin() == 2 || !contains(inside_values, *(between - 3)));
    if (!is_alone) return "write two conditions, `is at least` the lower bound and `is at most` the upper one";
    return "write two conditions: `" + before + " is at least … and " + before + " is at most …`";
}

/// What `or older` and the like make of the number before them.
const Table& closings() {
    static const Table table{
        {"older", "is at least"},  {"more", "is at least"}, {"greater", "is at least"}, {"higher", "is at least"},
        {"above", "is at least"},  {"over", "is at least"}, {"longer", "is at least"},  {"later", "is at least"},
        {"younger", "is at most"}, {"less", "is at most"},  {"fewer", "is at most"},    {"lower", "is at most"},
        {"below", "is at most"},   {"under", "is at most"}, {"shorter", "is at most"},  {"earlier", "is at most"}};
    return table;
}

std::string_view meaning(const Table& table, std::string_view word) {
    const auto found = std::ranges::find(table, word, [](const auto& entry) { return entry.first; });
    return found == table.end() ? std::string_view() : found->second;
}

constexpr const char* minus_of_subtraction = "the `-` of a subtraction has blanks around it";

/// `is over 30`, `is no more than 30`, `is not less than 30`, from the word behind `is`.
std::string hint_behind_is(const Words& words, std::size_t at) {
    const std::string& word = words[at];
    if ((word == "no" || word == "not") && at + 1 < words.size()) {
        const std::string& compared = words[at + 1];
        if (compared == "more" || compared == "greater")
            return is_written("is " + word + " " + compared + " than", "is at most");
        if (compared == "less" || compared == "fewer")
            return is_written("is " + word + " " + compared + " than", "is at least");
    }
    const std::string_view meant = meaning(comparatives(), word);
    const bool has_than = at + 1 < words.size() && words[at + 1] == "than";
    return meant.empty() ? std::string() : is_written("is " + word + (has_than ? " than" : ""), meant);
}

/// `18 or more`, `18 years or older`, from the word `or`.
std::string hint_from_or(const Words& words, std::size_t at) {
    const std::string_view meant = meaning(closings(), words[at + 1]);
    if (meant.empty()) return {};
    const bool has_unit = at > 1 && !is_number(words[at - 1]);
    const std::string amount = has_unit ? words[at - 2] + " " + words[at - 1] : words[at - 1];
    const bool is_age = words[at + 1] == "older" || words[at + 1] == "younger";
    const std::string subject = is_age && !contains(words, "is") ? "age at date_of_service " : "";
    return is_written(amount + " or " + words[at + 1], subject + std::string(meant) + " " + amount);
}

/// A comparison of the language at this place: `at least`, `less than`.
std::string comparison_at(const Words& words, std::size_t at) {
    if (at + 1 >= words.size()) return {};
    const std::string both = words[at] + " " + words[at + 1];
    const bool compares = both == "at least" || both == "at most" || both == "less than" || both == "more than";
    return compares ? both : std::string();
}

/// Whether a word may be the end of what is compared.
bool ends_value(const std::string& word) {
    const bool is_label = word.ends_with('.') || word == "requires";
    return !word.empty() && !is_label && !contains(reserved_words(), word);
}

/// `age at D under 12 months`, `weight over 30 kg`, `weight at least 30 kg`: a comparison that lacks its `is`, at the
/// word or right behind it.
std::string hint_without_is(const Encounter& met) {
    const Words& words = met.words;
    for (std::size_t at = std::max<std::size_t>(met.place, 1); at < words.size() && at < met.place + 2; ++at) {
        const std::string plain = comparison_at(words, at);
        const std::string_view other = meaning(comparatives(), words[at]);
        const bool has_than = plain.empty() && at + 1 < words.size() && words[at + 1] == "than";
        const std::size_t amount = at + (has_than || !plain.empty() ? 2 : 1);
        const bool compares = !plain.empty() || !other.empty();
        const bool lacks_is = ends_value(words[at - 1]) && !contains(words, "=");
        if (!compares || !lacks_is || amount >= words.size() || !is_number(words[amount])) continue;
        if (!plain.empty()) return is_written(plain, "is " + plain);
        return is_written(words[at] + (has_than ? " than" : ""), other);
    }
    return {};
}

/// `150 mg, 300 mg` up to a word that goes on otherwise, such as `and`.
Words amounts_of_list(const Words& words) {
    Words amounts(1);
    for (const std::string& word : words) {
        if (word == "and" || word == "or" || word == "unless") break;
        if (word == ",")
            amounts.emplace_back();
        else
            amounts.back() += (amounts.back().empty() ? "" : " ") + word;
    }
    return amounts;
}

}  // namespace

std::string hint_for_sign(const std::string& word) {
    const std::string_view meant = meaning(signs(), word);
    if (!meant.empty()) return is_written(word, meant);
    return "comparisons are words, such as `is` or `is at least`";
}

std::string hint_for_listed_numbers(const Encounter& met) {
    const Words& words = met.words;
    if (!is_number(met.word) || met.place < 4) return {};
    const auto list = words.begin() + static_cast<std::ptrdiff_t>(met.place);
    if (*(list - 3) != "is" || *(list - 2) != "one" || *(list - 1) != "of" || !is_name(*(list - 4))) return {};
    std::string written;
    for (const std::string& amount : amounts_of_list({list, words.end()}))
        written += (written.empty() ? "" : " or ") + *(list - 4) + " is " + amount;
    const bool is_joined = contains(words, "and") || contains(words, "or");
    return "numbers are compared one by one: `" + (is_joined ? "(" + written + ")" : written) + "`";
}

std::string hint_for_sign_behind(const Encounter& met) {
    // a `(` before the name is a word of its own where only what stands before the name is read
    const bool is_opened = met.place > 0 && met.words[met.place - 1].ends_with("(" + met.word);
    const std::size_t behind = met.place + (is_opened ? 0 : 1);
    const bool compares = is_name(met.word) && behind < met.words.size() && is_sign_of_comparison(met.words[behind]);
    return compares ? hint_for_sign(met.words[behind]) : std::string();
}

std::string hint_for_comparison(const Encounter& met) {
    const Words& words = met.words;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        std::string hint;
        if (words[at] == "is") hint = hint_behind_is(words, at + 1);
        if (words[at] == "or" && at > 0) hint = hint_from_or(words, at);
        if (!hint.empty()) return hint;
    }
    return hint_without_is(met);
}

std::string hint_for_minus(const Encounter& met) {
    if (!met.word.starts_with('-')) return {};
    const auto expects_one_of = [&](std::initializer_list<std::string_view> expected) {
        return std::ranges::any_of(expected, [&](std::string_view what) {
            return std::string_view(met.expected).find(what) != std::string_view::npos;
        });
    };
    const bool is_below_zero = is_number(met.word.substr(1));
    if (!is_below_zero && expects_one_of({"a value", "an amount"}))
        return "the `-` of a number stands directly before its first digit, such as `-2.5`";
    if (is_below_zero && expects_one_of({"an amount", "a step", "a whole number", "a time", "an age"}))
        return "this is never below 0";
    return is_below_zero && expects_one_of({"`is` and", "`)`"}) ? minus_of_subtraction : std::string();
}

std::string hint_for_number(const Encounter& met) {
    const Words& words = met.words;
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        const bool has_comma = words[at] == "," && is_number(words[at - 1]) && is_number(words[at + 1]);
        if (has_comma) return "a decimal has a point, such as `7.2`, and thousands stand without a sign";
    }
    if (met.word.starts_with('-') && is_number(met.word.substr(1))) return minus_of_subtraction;
    if (met.word == "per") return "a rate is written with `/`, such as `6 mg/kg`";
    const std::string between = hint_for_between(words);
    if (!between.empty()) return between;
    if (contains(words, "between") && met.word == "to") return "the bounds have `and` between them";
    if (contains(words, "between")) return "the bounds are in the unit of the fact and have none of their own";
    const bool declares = contains(words, ":") && (contains(words, "number") || contains(words, "measured"));
    if (declares && !contains(words, "in")) return "the unit of a number stands behind `in`, such as `number in kg`";
    if (met.word.size() > 1 && met.word.find('/') != std::string::npos) {
        return "the `/` of a division has blanks around it";
    }
    return {};
}

}  // namespace pol::parse_detail
