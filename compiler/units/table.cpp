#include "compiler/units/table.hpp"

#include <array>

namespace pol::units {
namespace {

struct Entry {
    std::string_view word;
    /// Empty without a dimension.
    std::string_view base;
    int power;
    Factor factor;
};

constexpr auto entries = std::to_array<Entry>({
    {"%", "", 0, {1, 100}},
    {"thousand", "", 0, {1'000, 1}},
    {"million", "", 0, {1'000'000, 1}},
    {"billion", "", 0, {1'000'000'000, 1}},
    {"kg", "kg", 1, {1, 1}},
    {"g", "kg", 1, {1, 1'000}},
    {"mg", "kg", 1, {1, 1'000'000}},
    {"mcg", "kg", 1, {1, 1'000'000'000}},
    {"ng", "kg", 1, {1, 1'000'000'000'000}},
    {"mol", "mol", 1, {1, 1}},
    {"mmol", "mol", 1, {1, 1'000}},
    {"mcmol", "mol", 1, {1, 1'000'000}},
    {"nmol", "mol", 1, {1, 1'000'000'000}},
    {"L", "L", 1, {1, 1}},
    {"dL", "L", 1, {1, 10}},
    {"mL", "L", 1, {1, 1'000}},
    {"mcL", "L", 1, {1, 1'000'000}},
    {"m", "m", 1, {1, 1}},
    {"cm", "m", 1, {1, 100}},
    {"mm", "m", 1, {1, 1'000}},
    {"in", "m", 1, {127, 5'000}},
    {"m2", "m", 2, {1, 1}},
    {"cm2", "m", 2, {1, 10'000}},
    {"mm2", "m", 2, {1, 1'000'000}},
    {"hour", "hours", 1, {1, 1}},
    {"hours", "hours", 1, {1, 1}},
    {"min", "hours", 1, {1, 60}},
    {"day", "days", 1, {1, 1}},
    {"days", "days", 1, {1, 1}},
    {"week", "days", 1, {7, 1}},
    {"weeks", "days", 1, {7, 1}},
    {"month", "months", 1, {1, 1}},
    {"months", "months", 1, {1, 1}},
    {"year", "months", 1, {12, 1}},
    {"years", "months", 1, {12, 1}},
    {"U", "U", 1, {1, 1}},
    {"IU", "U", 1, {1, 1}},
    {"unit", "U", 1, {1, 1}},
    {"units", "U", 1, {1, 1}},
    {"mU", "U", 1, {1, 1'000}},
    {"mcU", "U", 1, {1, 1'000'000}},
});

/// How else people write units the language knows.
struct Habit {
    std::string_view word;
    std::string_view meant;
};
constexpr auto habits = std::to_array<Habit>({
    {"ug", "mcg"},
    {"umol", "mcmol"},
    {"ul", "mcL"},
    {"kilogram", "kg"},
    {"kilograms", "kg"},
    {"gram", "g"},
    {"grams", "g"},
    {"liter", "L"},
    {"liters", "L"},
    {"inch", "in"},
    {"inches", "in"},
    {"h", "hours"},
    {"hr", "hours"},
    {"hrs", "hours"},
    {"minute", "min"},
    {"minutes", "min"},
    {"percent", "%"},
});

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& sign : lower)
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    return lower;
}

std::string_view meant_by_word(std::string_view word) {
    if (table_entry(word)) return {};
    const std::string lower = lower_case(word);
    for (const Habit& habit : habits)
        if (lower == habit.word) return habit.meant;
    for (const Entry& entry : entries)
        if (lower == lower_case(entry.word)) return entry.word;
    return {};
}

}  // namespace

std::optional<Unit> table_entry(std::string_view word) {
    for (const Entry& entry : entries) {
        if (entry.word != word) continue;
        Unit unit{{}, entry.factor};
        if (entry.power != 0) unit.dimension.powers.emplace(entry.base, entry.power);
        return unit;
    }
    return std::nullopt;
}

std::string meant_by(std::string_view written) {
    std::string meant;
    bool differs = false;
    for (;;) {
        const std::size_t end = written.find('/');
        const std::string_view word = written.substr(0, end);
        const std::string_view other = meant_by_word(word);
        differs = differs || !other.empty();
        meant += other.empty() ? word : other;
        if (end == std::string_view::npos) return differs ? meant : std::string();
        meant += '/';
        written.remove_prefix(end + 1);
    }
}

}  // namespace pol::units
