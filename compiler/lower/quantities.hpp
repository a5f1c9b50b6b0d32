#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/model/policy.hpp"

#include <vector>

namespace pol::lowering {

/// What one dose amounts to, by the equalities the drugs declare and nothing else: billing units of each code, the
/// dose as written, the volumes it fills, packages. A quantity that no equality gives, that has no exact decimal, or
/// of which two packages disagree, is left out; so is a code that ended before the text is in force.
[[nodiscard]] std::vector<model::QuantityPerDose> quantities_per_dose(const ast::Dose& dose,
                                                                      const std::vector<const ast::Drug*>& drugs,
                                                                      Date text_from);

/// A decimal as written without the zeros at its end: `1.50` is 1.5.
[[nodiscard]] Decimal to_decimal(const ast::Decimal& decimal);

}  // namespace pol::lowering
