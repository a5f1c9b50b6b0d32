#pragma once

#include "compiler/ast/expression.hpp"

#include <string>

namespace pol::checking {

/// How a finding names a value: its words in backticks, or "this value" where they are many.
[[nodiscard]] std::string words_of(const ast::Expression& expression);

/// The expression without parentheses around it.
[[nodiscard]] const ast::Expression& inside(const ast::Expression& expression);

}  // namespace pol::checking
