#include "compiler/verify/number_words.hpp"

#include "compiler/verify/printed_text.hpp"

#include <array>
#include <string>

namespace pol::verifying {
namespace {

struct NamedNumber {
    std::string_view word;
    int value;
};
constexpr auto units_and_teens = std::to_array<NamedNumber>({
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"hundred", 100},
});
constexpr auto tens = std::to_array<NamedNumber>({
    {"twenty", 20},
    {"thirty", 30},
    {"forty", 40},
    {"fifty", 50},
    {"sixty", 60},
    {"seventy", 70},
    {"eighty", 80},
    {"ninety", 90},
});
constexpr auto multiples = std::to_array<NamedNumber>({{"once", 1}, {"twice", 2}, {"thrice", 3}});
constexpr auto month_names =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July", "August",
                                     "September", "October", "November", "December"});

template <class Table>
std::optional<int> value_in(const Table& table, std::string_view word) {
    for (const NamedNumber& entry : table)
        if (entry.word == word) return entry.value;
    return std::nullopt;
}

}  // namespace

std::optional<int> number_in_words(std::string_view word) {
    const std::string lower = lower_case(word);
    if (const std::optional<int> plain = value_in(units_and_teens, lower)) return plain;
    if (const std::optional<int> ten = value_in(tens, lower)) return ten;
    const std::size_t hyphen = lower.find('-');
    if (hyphen == std::string::npos) return std::nullopt;
    const std::optional<int> ten = value_in(tens, lower.substr(0, hyphen));
    const std::optional<int> one = value_in(units_and_teens, lower.substr(hyphen + 1));
    return ten && one && *one < 10 ? std::optional(*ten + *one) : std::nullopt;
}

std::optional<int> times_in_words(std::string_view word) { return value_in(multiples, lower_case(word)); }

std::optional<int> month_in_words(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const bool sept = word == "Sept";
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        const std::string_view name = month_names[i];
        if (word == name || (word.size() == 3 && name.starts_with(word)) || (sept && i == 8))
            return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

}  // namespace pol::verifying
