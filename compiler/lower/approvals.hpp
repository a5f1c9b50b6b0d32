#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

/// Adds what a section with criteria approves, with its dosing and amounts: one approval a statement. Says which one
/// each request kind has, by the kind's index; a statement without a kind serves every kind.
[[nodiscard]] std::vector<std::optional<model::ApprovalIndex>> add_approvals(Context& context,
                                                                             const ast::Section& section);

}  // namespace pol::lowering
