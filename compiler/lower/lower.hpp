#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/model/policy.hpp"
#include "compiler/source/source_map.hpp"

namespace pol {

/// The meaning of a sound program (one `check` found no error in). Cannot fail. `sources` gives line numbers only.
[[nodiscard]] model::Policy lower(const ast::Program& program, const SourceMap& sources);

}  // namespace pol
