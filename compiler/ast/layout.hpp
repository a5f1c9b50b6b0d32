#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/writer.hpp"
#include "compiler/source/source_map.hpp"

#include <string>
#include <vector>

namespace pol::ast {

/// The text of a file: lines with their columns aligned and long ones broken, every comment beside the words it stood
/// beside in the source, and empty lines where the source had some.
[[nodiscard]] std::string lay_out(const std::vector<Line>& lines, const std::vector<Comment>& comments,
                                  const SourceFile& source);

}  // namespace pol::ast
