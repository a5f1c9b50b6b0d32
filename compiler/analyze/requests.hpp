#pragma once

#include "compiler/analyze/variables.hpp"
#include "pol/record.hpp"

#include <cstddef>
#include <vector>

namespace pol::analysis {

/// A whole request of a line of business for a found state, with a day of the text in force: the first listed benefit
/// and the first request kind. Ages, which the search sees from a fixed birth, come to the same on dates around that
/// day.
[[nodiscard]] RequestRecord request_of(const model::Policy& policy, model::LineIndex line,
                                       const std::vector<Variable>& variables, const std::vector<std::size_t>& state);

/// The last day of birth that has reached an age on a day.
[[nodiscard]] Date latest_birth(const model::Policy& policy, const AgeThreshold& age, Date on);

}  // namespace pol::analysis
