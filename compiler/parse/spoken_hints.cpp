// What people compute, time and measure as they would say it: `52 weeks minus 4`, `28 weeks 6 days`, `lvef within 3
// months`, and where the language has it.

#include "compiler/parse/hints.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pol::parse_detail {
namespace {

using Words = std::vector<std::string>;

std::string word_at_place(const Words& words, std::size_t place) {
    return place < words.size() ? words[place] : std::string();
}

std::string_view sign_of_operation(std::string_view word) {
    static const std::vector<std::pair<std::string_view, std::string_view>> signs{
        {"minus", "-"}, {"plus", "+"}, {"times", "*"}, {"x", "*"}, {"multiplied", "*"}, {"divided", "/"}};
    const auto found = std::ranges::find(signs, word, [](const auto& entry) { return entry.first; });
    return found == signs.end() ? std::string_view() : found->second;
}

/// The word at this place as an operation, if a value stands on both sides of it.
std::string hint_for_operation_at(const Words& words, std::size_t place) {
    const std::string word = word_at_place(words, place);
    const std::string_view sign = sign_of_operation(word);
    if (sign.empty() || place == 0) return {};
    std::string before = words[place - 1];
    before.erase(0, before.find_first_not_of('('));
    // A name of that sound, whose `=` is forgotten.
    if (before == "quantity" || before == "define" || before == "drug") return {};
    const bool has_by = word_at_place(words, place + 1) == "by";
    const std::string behind = word_at_place(words, place + (has_by ? 2 : 1));
    const bool joins_values = (is_name(before) || is_number(before) || before.ends_with(')')) && !behind.empty();
    return joins_values ? is_written(word + (has_by ? " by" : ""), sign) : std::string();
}

/// A unit of time in a smaller one that it is a whole number of.
struct TimeUnit {
    std::string_view smaller;
    std::uint64_t count;
};

std::optional<TimeUnit> time_unit(std::string_view word) {
    if (word.ends_with('s')) word.remove_suffix(1);
    if (word == "day") return TimeUnit{"days", 1};
    if (word == "week") return TimeUnit{"days", 7};
    if (word == "month") return TimeUnit{"months", 1};
    if (word == "year") return TimeUnit{"months", 12};
    return std::nullopt;
}

std::optional<std::uint64_t> whole_number(const std::string& word) {
    std::uint64_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool is_whole = read.ec == std::errc() && read.ptr == word.data() + word.size();
    return is_whole && number < 1000 ? std::optional(number) : std::nullopt;
}

/// `28 weeks 6 days` in one unit; empty where none is both.
std::string in_one_unit(const std::array<std::string, 4>& time) {
    const std::optional<TimeUnit> large = time_unit(time[1]);
    const std::optional<TimeUnit> small = time_unit(time[3]);
    const std::optional<std::uint64_t> first = whole_number(time[0]);
    const std::optional<std::uint64_t> second = whole_number(time[2]);
    if (!large || !small || !first || !second || large->smaller != small->smaller) return {};
    return std::to_string(*first * large->count + *second * small->count) + " " + std::string(large->smaller);
}

/// Whether a time is one number on this line, so that nothing can be added to it: an age, or what a scenario states.
bool takes_one_unit(const Words& words) {
    if (contains(words, "age")) return true;
    return std::ranges::none_of(words, [](const std::string& word) {
        return word == "is" || word == "=" || word == "when" || word == "otherwise" || word == "approve" || word == "|";
    });
}

/// Whether a condition or a value may begin at this place of the line.
bool may_begin(const Words& words, std::size_t place) {
    if (place == 0) return true;
    static const Words openings{"and", "or", "if", "then", "unless", "when", "where", "means", "="};
    const std::string& before = words[place - 1];
    return contains(openings, before) || (place == 1 && (before.ends_with('.') || before.ends_with(')')));
}

bool opens_window(const Words& words, std::size_t place) {
    const std::string word = word_at_place(words, place);
    const std::string next = word_at_place(words, place + 1);
    if (word == "within") return is_number(next);
    return (word == "before" || word == "after" || (word == "on" && (next == "or" || is_name(next)))) && !next.empty();
}

}  // namespace

std::string hint_for_operation(const Encounter& met) {
    const std::string at_word = hint_for_operation_at(met.words, met.place);
    if (!at_word.empty() || met.place == 0) return at_word;
    return hint_for_operation_at(met.words, met.place - 1);
}

std::string hint_for_two_units(const Encounter& met) {
    const auto joins = [](const std::string& word) { return word == "," || word == "and" || word == "+"; };
    const std::size_t end = met.place - (joins(word_before(met, 1)) ? 1 : 0);
    const std::string between = joins(word_at_place(met.words, end)) ? met.words[end] : std::string();
    if (end < 2) return {};
    const std::size_t next = end + (between.empty() ? 0 : 1);
    const std::array<std::string, 4> time{met.words[end - 2], met.words[end - 1], word_at_place(met.words, next),
                                          word_at_place(met.words, next + 1)};
    const bool is_time = is_number(time[0]) && time_unit(time[1]) && is_number(time[2]) && time_unit(time[3]);
    if (!is_time) return {};
    const std::string larger = time[0] + " " + time[1];
    const std::string smaller = time[2] + " " + time[3];
    const std::string one = in_one_unit(time);
    const std::string meant = takes_one_unit(met.words) && !one.empty() ? one : larger + " + " + smaller;
    const std::string sign = between.empty() || between == "," ? between : " " + between;
    const std::string written = larger + sign + " " + smaller;
    return written == meant ? std::string() : is_written(written, meant);
}

/// `lvef is at most 40% within 3 months before D`, from the word that begins the window.
std::string hint_for_late_window(const Words& words, std::size_t place) {
    if (place >= words.size() || !opens_window(words, place)) return {};
    const auto window = words.begin() + static_cast<std::ptrdiff_t>(place);
    const auto behind_is = std::find(std::make_reverse_iterator(window), words.rend(), "is").base();
    if (behind_is - words.begin() < 2) return {};
    const std::string& fact = *(behind_is - 2);
    if (!is_name(fact)) return {};
    return "the window stands behind the fact: `" + fact + " measured " + words[place] + " …`";
}

std::string hint_for_window(const Encounter& met) {
    if (expects(met, "the end of the line")) {
        std::string late = hint_for_late_window(met.words, met.place);
        // `2 within` is read as a number with its unit
        if (late.empty() && met.place > 0) late = hint_for_late_window(met.words, met.place - 1);
        if (!late.empty()) return late;
    }
    const bool is_here = is_name(met.word) && opens_window(met.words, met.place + 1);
    if (!is_here && met.place == 0) return {};
    const std::size_t place = is_here ? met.place : met.place - 1;
    const std::string name = word_at_place(met.words, place);
    if (!is_name(name) || !may_begin(met.words, place) || !opens_window(met.words, place + 1)) return {};
    const bool is_compared =
        std::find(met.words.begin() + static_cast<std::ptrdiff_t>(place), met.words.end(), "is") != met.words.end();
    const std::string window = name + " " + met.words[place + 1];
    const bool is_value = is_compared || contains(met.words, "=");
    return is_written(window, name + (is_value ? " measured " : " is ") + met.words[place + 1]);
}

std::string hint_for_bare_fact(const Encounter& met) {
    const std::string behind = word_at_place(met.words, met.place + 1);
    const bool ends = behind.empty() || behind == "and" || behind == "or" || behind == "unless";
    return is_name(met.word) && ends ? is_written(met.word, met.word + " is yes") : std::string();
}

std::string hint_for_approval(const Encounter& met) {
    const std::string before = word_before(met, 1);
    const bool ends = before == "until" || before == "through" || before == "to";
    const bool lacks_length = met.word == "from" && before == "approve";
    if (!lacks_length && (!ends || word_before(met, 2) != "approve")) return {};
    return "an approval has a length and, perhaps, a last day: `approve 12 months from date_of_service until " +
           (ends ? met.word : "season_end") + " at the latest`";
}

}  // namespace pol::parse_detail
