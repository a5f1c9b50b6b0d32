#pragma once

#include "compiler/ast/statement.hpp"

#include <string>

namespace pol::checking {

/// How a finding names a statement: its first word in backticks, or what it is.
[[nodiscard]] std::string words_of(const ast::Statement& statement);

/// `policy "PHARMACY-32"`
[[nodiscard]] std::string words_of(const ast::DocumentReference& document);

}  // namespace pol::checking
