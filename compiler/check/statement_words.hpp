#pragma once

#include "compiler/ast/statement.hpp"

#include <string>

namespace pol::checking {

/// How a finding names a statement: its first word in backticks, or what it is.
[[nodiscard]] std::string words_of(const ast::Statement& statement);

/// Where a statement stands that is no member of its block: `other`, unless it is a connective that the document
/// prints.
[[nodiscard]] std::string place_of(const ast::Statement& statement, const char* other);

/// `policy "PHARMACY-32"`
[[nodiscard]] std::string words_of(const ast::DocumentReference& document);

}  // namespace pol::checking
