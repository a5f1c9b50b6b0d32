#pragma once

#include "compiler/lower/context.hpp"

#include <string_view>
#include <vector>

namespace pol::lowering {

/// A group of labelled items as requirements; `items A to B` stands for those requirements once more.
[[nodiscard]] model::RequirementGroup to_group(const Context& context, const ast::ItemGroup& group,
                                               std::string_view section);

/// The requirement of a clause, or null. The table is in the order of its clauses.
[[nodiscard]] const model::Requirement* requirement_of(const model::Policy& policy, model::ClauseIndex clause);

/// Every requirement clause in a group, down to the deepest labels, in file order.
[[nodiscard]] std::vector<model::ClauseIndex> clauses_below(const model::Policy& policy,
                                                            const model::RequirementGroup& group);

}  // namespace pol::lowering
