#pragma once

#include "compiler/lower/context.hpp"
#include "compiler/units/units.hpp"

namespace pol::lowering {

/// A test that counts entries. `minimum` is what the list, and other facts of a provider, need.
[[nodiscard]] model::CountTest to_count_test(const Context& context, const ast::CountTest& test, Evidence minimum);

/// A value of the entries of a list.
[[nodiscard]] model::Aggregate to_aggregate(const Context& context, const ast::Aggregate& form, Evidence minimum);
[[nodiscard]] units::Dimension dimension_of(const Context& context, const ast::Aggregate& form);

}  // namespace pol::lowering
