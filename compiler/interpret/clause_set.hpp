#pragma once

#include "compiler/model/policy.hpp"

#include <algorithm>
#include <vector>

namespace pol::interpretation {

/// Clauses in the order of the file, each once. Sets are small, so this is a sorted vector.
using ClauseSet = std::vector<model::ClauseIndex>;

inline void add(ClauseSet& set, model::ClauseIndex clause) {
    const auto place = std::lower_bound(set.begin(), set.end(), clause);
    if (place == set.end() || *place != clause) set.insert(place, clause);
}

inline void add(ClauseSet& set, const ClauseSet& others) {
    for (const model::ClauseIndex clause : others) add(set, clause);
}

[[nodiscard]] inline ClauseSet set_of(const std::vector<model::ClauseIndex>& clauses) {
    ClauseSet set;
    add(set, clauses);
    return set;
}

}  // namespace pol::interpretation
