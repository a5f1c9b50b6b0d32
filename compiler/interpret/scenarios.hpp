#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <string>
#include <vector>

namespace pol {

/// What differs between a scenario's expectation and a decision: one sentence a topic, empty when it holds.
/// A wrong outcome is the only sentence, for the other topics follow from it.
[[nodiscard]] std::vector<std::string> differences(const model::Policy& policy, const model::Expected& expected,
                                                   const DecisionRecord& decision);

/// How one scenario came out. It holds where nothing differs.
struct ScenarioResult {
    const model::Scenario* scenario = nullptr;
    std::vector<std::string> differences;
};

/// Decides every scenario of a policy, in the order of the file. The results point into the policy.
[[nodiscard]] std::vector<ScenarioResult> run_scenarios(const model::Policy& policy);

/// Whether a scenario that fails would hold if what it states of a provider's facts were documented, of which nothing
/// is said: its author forgot `evidence documented`.
[[nodiscard]] bool lacks_evidence(const model::Policy& policy, const ScenarioResult& result);

}  // namespace pol
