#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// The field whose value is taken of the latest or the first entry. Reports a list, a field or a date that is none,
/// and entries that no date, or more than one, could put in order; then returns nothing.
[[nodiscard]] const KnownFact* check_chosen(const Context& context, const ast::ChosenEntry& chosen, Sink& sink);

}  // namespace pol::checking
