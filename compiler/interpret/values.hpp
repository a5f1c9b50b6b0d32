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

/// The value of the rows that hold. Known where a row surely holds and no other that may hold can change it.
[[nodiscard]] std::optional<Number> value_of(const model::Selection& selection, const Answers& answers);
/// The best value among the rows that surely hold, as far as it is known, and whether another leaves it as it is.
[[nodiscard]] std::optional<Number> best_of(const model::Selection& selection, const Answers& answers);
[[nodiscard]] bool is_settled(model::SelectionRule rule, const std::optional<Number>& best,
                              const std::optional<Number>& other);

}  // namespace pol::interpretation
