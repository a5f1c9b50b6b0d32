#pragma once

#include "compiler/model/policy.hpp"

#include <string>
#include <vector>

namespace pol::test {

/// The model of a policy given as text, with a plan and facts files given as text. The running test fails, showing
/// the findings, if the program is not sound.
[[nodiscard]] model::Policy lowered(const std::string& policy, const std::string& plan,
                                    const std::vector<std::string>& facts);

/// The clause with this short id; fails the running test if there is none.
[[nodiscard]] const model::Clause& clause(const model::Policy& policy, const std::string& id);
[[nodiscard]] model::ClauseIndex clause_index(const model::Policy& policy, const std::string& id);

}  // namespace pol::test
