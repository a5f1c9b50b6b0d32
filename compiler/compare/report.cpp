#include "compiler/compare/report.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::comparison {

namespace {

std::string dates_of(const model::Policy& policy) {
    std::string words = "from " + iso_text(policy.text_from);
    if (policy.text_through) words += " through " + iso_text(*policy.text_through);
    words += " by " + policy.facts[policy.selecting_fact].name;
    if (policy.earlier.outcome != Outcome::does_not_apply) words += ", earlier " + words_for(policy, policy.earlier);
    return words;
}

bool names(const Group& group, const Edit& edit) {
    const std::vector<std::string>& clauses = group.difference.clauses;
    return std::find(clauses.begin(), clauses.end(), edit.clause) != clauses.end();
}

/// Whether every change names an edit that makes it. Where one does not, any of the edits that no change names may.
bool are_all_explained(const Comparison& comparison) {
    return std::all_of(comparison.changes.begin(), comparison.changes.end(), [&](const Group& group) {
        return std::any_of(comparison.edits.begin(), comparison.edits.end(),
                           [&](const Edit& edit) { return names(group, edit); });
    });
}

template <class Wanted>
std::vector<const Edit*> unnamed_edits(const Comparison& comparison, Wanted is_wanted) {
    std::vector<const Edit*> edits;
    for (const Edit& edit : comparison.edits) {
        const bool is_named = std::any_of(comparison.changes.begin(), comparison.changes.end(),
                                          [&](const Group& group) { return names(group, edit); });
        if (!is_named && is_wanted(edit)) edits.push_back(&edit);
    }
    return edits;
}

}  // namespace

std::vector<const Edit*> edits_without_change(const Comparison& comparison) {
    if (!are_all_explained(comparison)) return {};
    return unnamed_edits(comparison, [&](const Edit& edit) { return edit.has_clause() || comparison.changes.empty(); });
}

std::vector<const Edit*> edits_behind_changes(const Comparison& comparison) {
    const bool are_explained = are_all_explained(comparison);
    return unnamed_edits(comparison, [&](const Edit& edit) {
        return !comparison.changes.empty() && (!are_explained || !edit.has_clause());
    });
}

std::vector<std::string> moved_labels(const Texts& texts) {
    std::vector<std::string> moved;
    for (std::size_t i = 0; i < texts.newer.clauses.size(); ++i) {
        const model::ClauseIndex other = texts.pairs.old_of_new[i];
        if (other == no_index || texts.older.clauses[other].id == texts.newer.clauses[i].id) continue;
        moved.push_back(fmt::format("{} is {} now", texts.older.clauses[other].id, texts.newer.clauses[i].id));
    }
    return moved;
}

std::string identity_words(const model::Policy& older, const model::Policy& newer) {
    const bool has_other_number = older.number != newer.number;
    const bool has_other_name = older.title != newer.title;
    if (has_other_number && has_other_name)
        return fmt::format("These are two policies: the old text is of {}, {}, the new text of {}, {}.", older.title,
                           older.number, newer.title, newer.number);
    if (has_other_number)
        return fmt::format("The policy has another number: {} before, {} now.", older.number, newer.number);
    if (has_other_name) return fmt::format("The policy has another name: {} before, {} now.", older.title, newer.title);
    return {};
}

std::string text_dates(const model::Policy& older, const model::Policy& newer) {
    const std::string was = dates_of(older);
    const std::string is = dates_of(newer);
    return was == is ? std::string() : fmt::format("in force {}; it was {}", is, was);
}

std::string extent_words(const Comparison& comparison) {
    if (comparison.edits.empty()) return "both texts have the same rules, so every request is decided alike";
    if (comparison.is_complete)
        return fmt::format("{} of answers that the rules tell apart were compared",
                           analysis::words_for_all(comparison.compared, "combination"));
    return fmt::format("{} were compared where the rules differ: searched, not proved",
                       analysis::words_for_count(comparison.compared, "request"));
}

const char* direction_words(Direction direction) {
    switch (direction) {
        case Direction::stricter:
            return "stricter";
        case Direction::looser:
            return "looser";
        case Direction::moved:
            return "moved";
        case Direction::asked:
            break;
    }
    return "asked";
}

}  // namespace pol::comparison
