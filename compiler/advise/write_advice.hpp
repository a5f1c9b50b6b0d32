#pragma once

#include "compiler/advise/denial.hpp"
#include "compiler/advise/questioning.hpp"

#include <string>

namespace pol::advise {

/// What would change a decision, for people and for machines (`what_if` in docs/json.md); nothing for a decision that
/// is neither a denial nor needs information.
[[nodiscard]] std::string write_text(const model::Policy& policy, const RequestRecord& request,
                                     const DecisionRecord& decision);
[[nodiscard]] std::string write_json(const model::Policy& policy, const RequestRecord& request,
                                     const DecisionRecord& decision);

}  // namespace pol::advise
