#pragma once

#include "compiler/check/symbols.hpp"
#include "compiler/diagnostics/sink.hpp"

namespace pol::checking {

/// Reports a value that a request cannot give to a number or a measurement: another kind of value, a unit that does not
/// convert, a number outside the bounds or without an exact decimal, a day that is missing or too much.
void check_given_number(const KnownFact& fact, const ast::Quantity& value, Sink& sink);
void check_given_measurement(const KnownFact& fact, const ast::Quantity& value, const ast::Date& on, Sink& sink);
/// Reports a day at a fact that has none.
void report_day(const KnownFact& fact, const ast::Date& on, Sink& sink);

/// Says how a value of the fact is written, for one that is none: "its values are …", "write it as …".
[[nodiscard]] std::string how_to_give(const KnownFact& fact);

}  // namespace pol::checking
