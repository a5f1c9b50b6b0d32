#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

namespace pol {

/// Decides a request by walking the model. The author's tool and the oracle of the generated evaluators: same
/// decision, bit for bit. The record must have one answer per fact of the policy.
[[nodiscard]] DecisionRecord interpret(const model::Policy& policy, const RequestRecord& request);

}  // namespace pol
