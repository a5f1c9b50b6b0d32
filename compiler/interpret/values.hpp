#pragma once

#include "compiler/interpret/answers.hpp"

#include <optional>

namespace pol::interpretation {

/// A value for one member, in its base unit; nothing where it is not known (docs/language.md, Values).
[[nodiscard]] std::optional<Number> value_of(const model::Expression& expression, const Answers& answers);

/// Whether a measurement that is given was taken within its window.
[[nodiscard]] Truth is_in_window(const model::MeasurementOfFact& measurement, const Answers& answers);

/// The value of the first case that holds, from case `first` on. While that is open it is known only if all cases that
/// are still possible give the same.
[[nodiscard]] std::optional<Number> value_of(const std::vector<model::Case>& cases, std::size_t first,
                                             const Answers& answers);

}  // namespace pol::interpretation
