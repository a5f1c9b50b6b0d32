#pragma once

#include "compiler/analyze/variables.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pol::analysis {

/// "`diagnosis` is als, 18 years or older": the given answers of a state, or `nothing given`.
[[nodiscard]] std::string words_for_state(const model::Policy& policy, const std::vector<Variable>& variables,
                                          const std::vector<std::size_t>& state);

/// `trials where adequate is yes`
[[nodiscard]] std::string words_for_entries(const model::Policy& policy, const model::EntryFilter& entries);

/// A condition as its author writes it, on one line.
[[nodiscard]] std::string words_for_condition(const model::Policy& policy, const model::Condition& condition);

/// Of a group of requirements: `any of`, `at least 2 of`.
[[nodiscard]] std::string words_for_quantifier(model::Quantifier quantifier, std::int32_t count);

}  // namespace pol::analysis
