#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// A request as a scenario states it, one fact a piece: `evidence documented`, `line_of_business group`,
/// `weight 7.2 kg`, `specialist consulted attested`.
[[nodiscard]] std::vector<std::string> member_words(const model::Policy& policy, const RequestRecord& request);

/// The lines of a scenario that state a request; the level of evidence has one of its own.
[[nodiscard]] std::string member_text(const model::Policy& policy, const RequestRecord& request,
                                      const std::string& indent);

/// A request as JSON that `polc decide` reads.
[[nodiscard]] std::string member_json(const model::Policy& policy, const RequestRecord& request);

/// A decision in one line: `criteria not met, failing MMC.2`.
[[nodiscard]] std::string decision_words(const model::Policy& policy, const DecisionRecord& decision);

}  // namespace pol::comparison
