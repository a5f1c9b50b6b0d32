#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/verify/clause_figures.hpp"

#include <map>
#include <string>

namespace pol::verifying {

/// What the header and the gate say beside number and dates: the documents they see.
[[nodiscard]] Written header_of(const ast::Policy& policy);

/// Codes and amounts of the drugs, without those that are not in the document.
[[nodiscard]] Written drugs_of(const ast::Policy& policy);

/// What a name stands for, by name: definitions, and of facts their words and their codes. All figures of facts may be
/// missing in the document.
[[nodiscard]] std::map<std::string, Written> meanings_of(const ast::Program& program);

}  // namespace pol::verifying
