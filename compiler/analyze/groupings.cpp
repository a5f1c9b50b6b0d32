#include "compiler/analyze/groupings.hpp"

#include "compiler/interpret/quantify.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pol::analysis {

bool Grouping::holds(const std::vector<bool>& subjects) const {
    if (subject) return subjects[*subject];
    const Truth truth = interpretation::truth_of_group(
        *this, [&](const Grouping& member) { return member.holds(subjects) ? Truth::yes : Truth::no; });
    return truth == Truth::yes;
}

Grouping grouping_of(std::size_t subject) { return {.subject = subject}; }

Grouping group_of(model::Quantifier quantifier, std::vector<Grouping> members) {
    return {.subject = std::nullopt, .quantifier = quantifier, .count = 0, .members = std::move(members)};
}

Comparison compare(const Combinations& combinations, const Grouping& written,
                   const std::vector<NamedGrouping>& readings) {
    Comparison comparison;
    comparison.readings.resize(readings.size());
    std::pair<std::size_t, std::size_t> best;
    for (std::uint64_t index = 0; index < combinations.count(); ++index) {
        const std::vector<bool> subjects = combinations.at(index);
        const bool is_held = written.holds(subjects);
        if (is_held) ++comparison.written;
        std::vector<bool> differs;
        std::size_t plausible = 0;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            const bool is_held_so = readings[i].grouping.holds(subjects);
            differs.push_back(is_held_so != is_held);
            if (is_held_so) ++comparison.readings[i].held;
            if (!differs.back()) continue;
            ++comparison.readings[i].differing;
            if (readings[i].is_plausible) ++plausible;
        }
        const auto holding = static_cast<std::size_t>(std::count(subjects.begin(), subjects.end(), true));
        if (plausible == 0 || std::pair(plausible, holding + 1) <= best) continue;
        best = {plausible, holding + 1};
        comparison.differs = true;
        comparison.example = index;
        comparison.differs_there = std::move(differs);
    }
    return comparison;
}

}  // namespace pol::analysis
