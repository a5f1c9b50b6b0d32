#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <string>
#include <vector>

namespace pol {

/// What differs between a scenario's expectation and a decision: one sentence a topic, empty when it holds.
[[nodiscard]] std::vector<std::string> differences(const model::Policy& policy, const model::Expected& expected,
                                                   const DecisionRecord& decision);

}  // namespace pol
