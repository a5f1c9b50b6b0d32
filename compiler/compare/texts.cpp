#include "compiler/compare/texts.hpp"

#include "compiler/compare/translate.hpp"

#include <algorithm>

namespace pol::comparison {

Texts::Texts(const model::Policy& original_old, const model::Policy& original_new)
    : vocabulary(joint_vocabulary(original_old, original_new)),
      older(translated(original_old, original_new, vocabulary, Side::older,
                       std::min(original_old.text_from, original_new.text_from))),
      newer(translated(original_new, original_old, vocabulary, Side::newer,
                       std::min(original_old.text_from, original_new.text_from))),
      prepared_old(older),
      prepared_new(newer),
      old_forms(older, interner),
      new_forms(newer, interner),
      pairs(pair_clauses(older, forms_of_clauses(older, old_forms), newer, forms_of_clauses(newer, new_forms))) {}

std::size_t Texts::joint(model::ClauseIndex clause, bool is_new) const {
    if (is_new) return clause;
    return pairs.new_of_old[clause] != no_index ? pairs.new_of_old[clause] : newer.clauses.size() + clause;
}

std::string Texts::label(model::ClauseIndex clause, bool is_new) const {
    if (is_new) return newer.clauses[clause].id;
    if (pairs.new_of_old[clause] != no_index) return newer.clauses[pairs.new_of_old[clause]].id;
    const std::string& id = older.clauses[clause].id;
    const bool is_taken = std::any_of(newer.clauses.begin(), newer.clauses.end(),
                                      [&](const model::Clause& other) { return other.id == id; });
    return is_taken ? "old " + id : id;
}

std::string Texts::label(const model::Approval& in_old, const model::Approval& in_new) const {
    const auto without_doses = [](model::Approval approval) {
        approval.has_schedule = false;
        approval.per_dose.clear();
        return approval;
    };
    const bool is_of_doses = in_new.dose_clause != no_index && old_forms.of(in_old) != new_forms.of(in_new) &&
                             old_forms.of(without_doses(in_old)) == new_forms.of(without_doses(in_new));
    return label(is_of_doses ? in_new.dose_clause : in_new.period_clause, true);
}

}  // namespace pol::comparison
