#pragma once

#include "compiler/lower/context.hpp"
#include "compiler/units/units.hpp"

namespace pol::lowering {

/// A test that counts entries. `minimum` is what the list, and other facts of a provider, need.
[[nodiscard]] model::CountTest to_count_test(const Context& context, const ast::CountTest& test, Evidence minimum);

/// A value of the entries of a list.
[[nodiscard]] model::Aggregate to_aggregate(const Context& context, const ast::Aggregate& form, Evidence minimum);
[[nodiscard]] units::Dimension dimension_of(const Context& context, const ast::Aggregate& form);
/// The latest or the first entry, of a derived field with what that is derived from.
[[nodiscard]] model::ChosenEntry to_chosen(const Context& context, const ast::ChosenEntry& form, Evidence minimum);
[[nodiscard]] model::ValueOfEntry to_value_of_entry(const Context& context, const ast::ChosenEntry& form,
                                                    Evidence minimum);
/// Nothing for choices and codes.
[[nodiscard]] units::Dimension dimension_of(const Context& context, const ast::ChosenEntry& form);

}  // namespace pol::lowering
