#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

/// What is asked of a fact that is a number to the model and is written another way: codes, and choices with a day.
[[nodiscard]] model::Condition to_notation_test(const Context& context, const ast::FactTest& test, Evidence minimum);
/// The same for a fact that is derived from a code.
[[nodiscard]] model::Condition to_notation_test(const Context& context, const ast::FactTest& test,
                                                const Derived& derived, Evidence minimum);

/// The same for a term that is a choice or a code of an entry.
[[nodiscard]] model::Condition to_notation_test(const Context& context, const ast::FactTest& test,
                                                model::TermIndex term);

/// The codes that a value of such a fact stands for, or the place of a choice.
[[nodiscard]] codes::Range range_of(const model::Fact& fact, const ast::Name& value);

}  // namespace pol::lowering
