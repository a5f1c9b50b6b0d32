#include "compiler/verify/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace pol::verifying {
namespace {

constexpr auto loading_words = std::to_array<std::string_view>({"loading", "initiat", "induction", "starting"});
constexpr auto maintenance_words = std::to_array<std::string_view>({"maintenance", "thereafter"});

template <class Words>
std::size_t last_of(std::string_view before, const Words& words) {
    std::size_t last = 0;
    for (const std::string_view word : words)
        if (const std::size_t at = before.rfind(word); at != std::string_view::npos) last = std::max(last, at + 1);
    return last;
}

/// Which phase the words of an item speak of where they print an interval.
enum class Phase { unknown, loading, maintenance };
Phase phase_of(const PrintedItem& item, const Figure& printed) {
    const auto sign = std::find(item.text.origins.begin(), item.text.origins.end(), printed.span.begin);
    const std::string lower = lower_case(item.text.text);
    const std::string_view before =
        std::string_view(lower).substr(0, static_cast<std::size_t>(sign - item.text.origins.begin()));
    const std::size_t loading = last_of(before, loading_words);
    const std::size_t maintenance = last_of(before, maintenance_words);
    if (loading == maintenance) return Phase::unknown;
    return loading > maintenance ? Phase::loading : Phase::maintenance;
}

/// Whether the item prints an interval, and only where it speaks of that phase.
bool is_printed_for(const PrintedItem& item, const Figure& interval, Phase phase) {
    bool is_printed = false;
    for (const Figure& figure : item.figures) {
        if (!is_same(interval, figure)) continue;
        if (phase_of(item, figure) != phase) return false;
        is_printed = true;
    }
    return is_printed;
}

}  // namespace

/// The two intervals of a schedule are of one kind, so that each could stand for the other unseen.
void compare_schedules(Comparison& comparison) {
    for (std::size_t i = 0; i < comparison.clauses.size(); ++i) {
        const Clause& clause = comparison.clauses[i];
        const std::size_t index = comparison.alignment.item_of[i];
        if (index == nowhere || !clause.loading_interval || !clause.maintenance_interval) continue;
        const PrintedItem& item = comparison.document.items[index];
        if (!is_printed_for(item, *clause.loading_interval, Phase::maintenance) ||
            !is_printed_for(item, *clause.maintenance_interval, Phase::loading))
            continue;
        report(comparison, FindingCode::figure_printed_otherwise, clause.loading_interval->span,
               fmt::format("`{}` has the intervals of loading and maintenance the other way round than the document",
                           clause.id),
               "compare the sentence of each phase with its line", item.label_span, "the item");
    }
}

}  // namespace pol::verifying
