#pragma once

#include "compiler/lower/context.hpp"
#include "compiler/units/units.hpp"

#include <string_view>

namespace pol::lowering {

/// The unit of a word as written or declared; of none, that of bare numbers.
[[nodiscard]] units::Unit unit_named(std::string_view word);
[[nodiscard]] units::Unit unit_of(const ast::Quantity& quantity);

/// What brings a number as it is declared to its base unit.
[[nodiscard]] model::Fraction factor_of(const model::Fact& fact);

/// An amount in base units.
[[nodiscard]] model::Fraction in_base_units(const ast::Quantity& quantity);

/// An amount in another unit of its dimension. It has an end there.
[[nodiscard]] Decimal in_unit(const ast::Quantity& quantity, std::string_view unit);

/// A whole number of days or months.
[[nodiscard]] Duration to_duration(const ast::Quantity& quantity);

/// A number, a measurement whenever it was taken, or a defined value.
[[nodiscard]] model::Expression named_value(const Context& context, const std::string& name, Evidence minimum);

/// A value with every name and unit resolved; provider facts need the `minimum`.
[[nodiscard]] model::Expression to_expression(const Context& context, const ast::Expression& expression,
                                              Evidence minimum);

/// What a value measures.
[[nodiscard]] units::Dimension dimension_of(const Context& context, const ast::Expression& expression);

}  // namespace pol::lowering
