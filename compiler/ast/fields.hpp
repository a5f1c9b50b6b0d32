#pragma once

#include "compiler/ast/program.hpp"

#include <string>

namespace pol::ast {

/// What a field of a list is called outside its entries: `trials.length`. No author could declare such a name.
[[nodiscard]] inline std::string field_name(const std::string& list, const std::string& field) {
    return list + "." + field;
}

/// Inside what is asked of entries a name is a field of their list before it is anything else; from here on it is
/// written out there, so that every name of the program means the same wherever it stands. So is what only the types of
/// facts tell: digits that are a code, and names behind `is` that are values of a choice with a day.
void resolve_fields(Program& program);

}  // namespace pol::ast
