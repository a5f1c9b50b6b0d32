#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

/// A condition with every fact, value and minimum evidence resolved, starting from the policy's minimum.
[[nodiscard]] model::Condition to_condition(const Context& context, const ast::Condition& condition);
/// The same, starting from another minimum.
[[nodiscard]] model::Condition to_condition(const Context& context, const ast::Condition& condition, Evidence minimum);

/// Groups of conditions and of items count alike.
[[nodiscard]] model::Quantifier to_quantifier(ast::Quantifier quantifier);
/// The N of `at least N of`, 0 for the other groups.
[[nodiscard]] std::int32_t to_count(const std::optional<ast::Number>& count);

}  // namespace pol::lowering
