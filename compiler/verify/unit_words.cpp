#include "compiler/verify/unit_words.hpp"

#include "compiler/units/units.hpp"
#include "compiler/verify/printed_text.hpp"

#include <array>

namespace pol::verifying {
namespace {

struct Spelling {
    std::string_view word;
    std::string_view unit;
};
constexpr auto spellings = std::to_array<Spelling>({
    {"day", "days"},      {"week", "weeks"},    {"wk", "weeks"},      {"month", "months"}, {"mo", "months"},
    {"mos", "months"},    {"mth", "months"},    {"year", "years"},    {"yr", "years"},     {"hour", "hours"},
    {"hr", "hours"},      {"minute", "min"},    {"min", "min"},       {"mg", "mg"},        {"milligram", "mg"},
    {"g", "g"},           {"gm", "g"},          {"gram", "g"},        {"kg", "kg"},        {"kilogram", "kg"},
    {"mcg", "mcg"},       {"ug", "mcg"},        {"microgram", "mcg"}, {"ng", "ng"},        {"ml", "mL"},
    {"milliliter", "mL"}, {"millilitre", "mL"}, {"cc", "mL"},         {"l", "L"},          {"liter", "L"},
    {"litre", "L"},       {"dl", "dL"},         {"mcl", "mcL"},       {"ul", "mcL"},       {"iu", "IU"},
    {"unit", "units"},    {"u", "units"},       {"mu", "mU"},         {"percent", "%"},    {"%", "%"},
    {"mol", "mol"},       {"mmol", "mmol"},     {"mcmol", "mcmol"},   {"umol", "mcmol"},   {"nmol", "nmol"},
    {"m2", "m2"},         {"cm", "cm"},         {"centimeter", "cm"}, {"mm", "mm"},        {"mm2", "mm2"},
    {"inch", "in"},       {"inche", "in"},      {"cm2", "cm2"},       {"m", "m"},          {"meter", "m"},
});
constexpr auto repetitions = std::to_array<Spelling>({
    {"daily", "days"},
    {"weekly", "weeks"},
    {"monthly", "months"},
    {"yearly", "years"},
    {"annual", "years"},
    {"annually", "years"},
});

std::string_view spelled(std::string_view word) {
    for (const Spelling& spelling : spellings)
        if (word == spelling.word) return spelling.unit;
    return {};
}

/// A word without `/`, in the plural or not.
std::string_view part_in_words(std::string_view word) {
    const std::string lower = lower_case(word);
    const std::string_view whole = lower;
    if (const std::string_view unit = spelled(whole); !unit.empty()) return unit;
    return whole.size() > 2 && whole.ends_with('s') ? spelled(whole.substr(0, whole.size() - 1)) : std::string_view();
}

}  // namespace

std::string unit_in_words(std::string_view word) {
    std::string unit;
    while (!word.empty()) {
        const std::size_t end = std::min(word.find('/'), word.size());
        const std::string_view part = part_in_words(word.substr(0, end));
        // `mg/dose` counts mg, and what a billing unit holds (`mg/unit`, `mg per unit`) is an amount of it, not a rate;
        // `cells/mL` counts nothing that is known here.
        if (part.empty() && unit.empty()) return {};
        if (part.empty() || (part == "units" && !unit.empty())) break;
        unit += (unit.empty() ? "" : "/") + std::string(part);
        word.remove_prefix(std::min(end + 1, word.size()));
    }
    return unit;
}

std::string_view repeated_time(std::string_view word) {
    const std::string lower = lower_case(word);
    for (const Spelling& repetition : repetitions)
        if (lower == repetition.word) return repetition.unit;
    return {};
}

}  // namespace pol::verifying
