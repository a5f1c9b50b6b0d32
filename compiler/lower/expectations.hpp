#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

/// What a scenario says must come out. A range of clauses stands for the labelled determinations and requirements in
/// it that a decision can name: a requirement that is a group of nested items is named through those.
[[nodiscard]] model::Expected to_expected(Context& context, const ast::Scenario& scenario);

}  // namespace pol::lowering
