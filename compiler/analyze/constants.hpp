#pragma once

#include "compiler/model/policy.hpp"
#include "pol/number.hpp"

#include <optional>
#include <vector>

namespace pol::analysis {

/// The values that an expression may have if it reads no number, measurement or day: constants, defined values that
/// choose among such, and what is computed from them. Nothing for any other, or for more than a few.
[[nodiscard]] std::optional<std::vector<Number>> constants_of(const model::Policy& policy,
                                                              const model::Expression& expression);

/// A number or a measurement that stands alone, also by a defined value. Null for any other expression.
[[nodiscard]] const model::Expression* fact_alone(const model::Policy& policy, const model::Expression& expression);

/// The field whose values a value of entries is made of, and the factor that brings them to the base unit.
struct EntryField {
    model::FactIndex field = 0;
    model::Fraction factor{1, 1};
};
/// Nothing for a value that is more than one of entries, by its form or by its name.
[[nodiscard]] std::optional<EntryField> field_alone(const model::Policy& policy, const model::Expression& expression);

}  // namespace pol::analysis
