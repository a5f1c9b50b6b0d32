#pragma once

#include "compiler/ast/declarations.hpp"
#include "compiler/check/measures.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "pol/number.hpp"

namespace pol::checking {

/// Reports a word that is no unit and warns of one that looks like a unit the language knows.
void check_unit(const ast::Name& unit, Sink& sink);

/// Reports a unit that is none, and bounds that a request cannot keep or that leave nothing between them.
void check_number_type(const ast::NumberType& type, Sink& sink);

/// The measure of an amount as written. Reports a unit that is none and a number that is out of range, and then
/// returns nothing.
std::optional<Measure> check_quantity(const ast::Quantity& quantity, Sink& sink);

/// The amount in the unit of another; nothing where the units do not convert.
[[nodiscard]] std::optional<Number> converted(const ast::Quantity& quantity, const std::optional<ast::Name>& unit);
/// Whether a number is a decimal as a request gives it, of at most `most_places`.
[[nodiscard]] bool is_given_decimal(Number value);
/// The most a request gives to a number without bounds, which is at least 0. No bound is further from 0.
inline constexpr std::int64_t largest_given = 999'999'999;
[[nodiscard]] Number exact(const ast::Decimal& decimal);

}  // namespace pol::checking
