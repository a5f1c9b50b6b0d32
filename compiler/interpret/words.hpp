#pragma once

#include "compiler/model/policy.hpp"
#include "pol/decision.hpp"

#include <string>
#include <vector>

namespace pol {

/// Decisions in the words of scenarios, for messages to authors.

/// `LCD L33394`.
[[nodiscard]] std::string words_for(const model::Target& target);
/// `excluded`, `refer to LCD L33394`.
[[nodiscard]] std::string words_for(const model::Policy& policy, const model::Verdict& verdict);
/// `approved open`, `refer to LCD L33394`; a period is left out.
[[nodiscard]] std::string words_for(const model::Policy& policy, const Result& result);
/// `MMC.1, MMC.2`, or `no clause`.
[[nodiscard]] std::string words_for(const model::Policy& policy, const std::vector<model::ClauseIndex>& clauses);

}  // namespace pol
