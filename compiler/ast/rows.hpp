#pragma once

#include "compiler/ast/writer.hpp"

#include <string>
#include <vector>

namespace pol::ast {

/// The rows that one line takes; more than one where it had to be broken.
using LineRows = std::vector<std::string>;

/// Aligns the columns of each group and breaks lines that are too long where they may be broken.
[[nodiscard]] std::vector<LineRows> make_rows(const std::vector<Line>& lines);

}  // namespace pol::ast
