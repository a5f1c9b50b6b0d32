#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

/// The `approve` of a section with criteria, with the dosing of that section.
[[nodiscard]] model::Approval to_approval(const Context& context, const ast::Section& section);

}  // namespace pol::lowering
