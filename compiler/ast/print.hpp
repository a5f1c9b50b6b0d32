#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/source/source_map.hpp"

#include <string>

namespace pol::ast {

/// The canonical text of a file: two-blank indentation, aligned columns, comments kept with their lines. Printing
/// is idempotent and parses back to the same meaning. `sources` must hold the file the tree was read from.
[[nodiscard]] std::string print(const File& file, const SourceMap& sources);

}  // namespace pol::ast
