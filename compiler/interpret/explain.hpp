#pragma once

#include "compiler/interpret/clause_set.hpp"
#include "compiler/interpret/prepared.hpp"

namespace pol::interpretation {

/// The deepest labelled requirements that make a group come out as it does: the met ones for yes, the failing ones
/// for no, the open ones for unknown. Requirements that are left out explain nothing.
[[nodiscard]] ClauseSet explanation(const PreparedPolicy& prepared, const Truths& truths,
                                    const model::RequirementGroup& group);

}  // namespace pol::interpretation
