#pragma once

#include "compiler/compare/texts.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// A rule that says something else in the new text, or stands in one text only.
struct Edit {
    /// The clause it stands at, by its label in the new text, and how both texts say it; empty where one does not.
    std::string clause;
    std::string old_words{};
    std::string new_words{};
    /// Edited definitions that it rests on. The words are the same where nothing else differs.
    std::vector<std::string> definitions{};
    /// The clauses, where there are such.
    model::ClauseIndex in_old = no_index;
    model::ClauseIndex in_new = no_index;
    /// Conditions of either text that differ or stand in one text only, in the words of the vocabulary.
    std::vector<model::Condition> old_conditions{};
    std::vector<model::Condition> new_conditions{};
    /// Whether nothing differs but what one condition says: where that is alike, so is everything that rests on it.
    bool is_condition = false;

    /// Whether it stands at one clause; what a group asks or what is true of a fact does not.
    [[nodiscard]] bool has_clause() const { return in_old != no_index || in_new != no_index; }
};

/// All rules that differ, in the order of the new text. Without one no request whatever is decided differently, as both
/// texts say the same.
[[nodiscard]] std::vector<Edit> edits_of(const Texts& texts);

}  // namespace pol::comparison
