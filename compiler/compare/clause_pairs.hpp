#pragma once

#include "compiler/compare/forms.hpp"
#include "compiler/model/policy.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// Which clause of one text is which of the other: by label and words, then by what it says, as a label moves when an
/// item is put in before it. By clause; no_index where there is none.
struct ClausePairs {
    std::vector<model::ClauseIndex> new_of_old;
    std::vector<model::ClauseIndex> old_of_new;
};

/// What every clause of a policy says, groups with all that is below them; empty for clauses that say nothing.
[[nodiscard]] std::vector<std::string> forms_of_clauses(const model::Policy& policy, const Forms& forms);

[[nodiscard]] ClausePairs pair_clauses(const model::Policy& older, const std::vector<std::string>& old_forms,
                                       const model::Policy& newer, const std::vector<std::string>& new_forms);

}  // namespace pol::comparison
