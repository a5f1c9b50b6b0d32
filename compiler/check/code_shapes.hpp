#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "pol/code.hpp"

#include <optional>

namespace pol::checking {

/// The code in normal form. Reports a system that is not known, or a code without its system's shape, and then
/// returns nothing. An NDC must be written in its segments.
[[nodiscard]] std::optional<Code> check_code(const ast::Name& system, const ast::Name& code, Sink& sink);

}  // namespace pol::checking
