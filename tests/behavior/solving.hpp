#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"
#include "tests/behavior/landmarks.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace pol::testing {

/// What of a value a request can be changed in: a number or measurement, or the days between two dates.
using Unknown = std::variant<model::FactIndex, const model::Elapsed*>;

/// Everything in two compared values that a request may change, terms included.
[[nodiscard]] std::vector<Unknown> unknowns_of(const model::Policy& policy, const Comparison& comparison);

/// About where the two values of a comparison are equal, if only `unknown` changes: in the declared unit of a fact, or
/// in days or months. Reckoned roughly: whoever uses it tries what lies around, too.
[[nodiscard]] std::optional<double> solution(const model::Policy& policy, const RequestRecord& request,
                                             const Comparison& comparison, const Unknown& unknown);

}  // namespace pol::testing
