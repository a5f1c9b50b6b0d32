#pragma once

#include "pol/json/decision_view.hpp"
#include "pol/record.hpp"
#include "pol/text_view.hpp"

#include <string_view>

namespace pol::json {

/// Requirements are met or not met; boxes, the gate, determinations and `otherwise` hold or do not hold.
[[nodiscard]] std::string_view word(ClauseState state, ClauseKind kind);

/// Whether the decision is its one result. Otherwise it needs information, or a review for want of a fact that
/// cannot be known, and its results are the ones still possible.
[[nodiscard]] inline bool is_decided(const DecisionRecord& decision) {
    return decision.results.size() == 1 && decision.results.front().result.outcome == decision.outcome;
}
[[nodiscard]] inline bool is_decided(const DecisionView& decision) {
    return decision.results.size() == 1 && decision.results.front().result->outcome == decision.outcome;
}

}  // namespace pol::json
