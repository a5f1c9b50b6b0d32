#pragma once

#include "compiler/analyze/variables.hpp"
#include "compiler/interpret/routes.hpp"

#include <vector>

namespace pol::analysis {

/// Chooses the answers of variables. For choices, ages and numbers that are compared with constants alone: every one
/// that conditions can tell apart. For the others: answers on both sides of every step that can be found, and seeded
/// ones.
[[nodiscard]] std::vector<Variable> with_answers(const model::Policy& policy, std::vector<Variable> variables,
                                                 const std::vector<model::Condition>& steps,
                                                 interpretation::TextTime time);

/// The same for finite variables alone; the others, which then stand last, are not given. Cheap, and enough to prove
/// what the others have no part in.
[[nodiscard]] std::vector<Variable> with_listed_answers(const model::Policy& policy, std::vector<Variable> variables,
                                                        interpretation::TextTime time);

/// The birth that ages are seen from.
[[nodiscard]] Answer fixed_birth();

/// A day at which a text is in force, or is not; days that relate to others are chosen around it.
[[nodiscard]] Date day_at(const model::Policy& policy, interpretation::TextTime time);

}  // namespace pol::analysis
