#pragma once

#include "compiler/analyze/axis.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <vector>

namespace pol::comparison {

/// The directions in which an answer of a fact can move: its number, its day or both. Days from a hundred years before
/// `around` to ten years behind it.
[[nodiscard]] std::vector<analysis::Axis> axes_of(const model::Fact& fact, Date around);

/// Answers on both sides of every step that conditions make where one fact of a request moves along an axis and
/// everything else stays. `start` is what moves.
[[nodiscard]] std::vector<Answer> steps_along(const model::Policy& policy,
                                              const std::vector<model::Condition>& conditions, RequestRecord request,
                                              model::FactIndex fact, const Answer& start, const analysis::Axis& axis);

}  // namespace pol::comparison
