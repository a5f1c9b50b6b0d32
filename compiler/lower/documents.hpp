#pragma once

#include "compiler/ast/statement.hpp"
#include "compiler/model/policy.hpp"

#include <optional>

namespace pol::lowering {

/// The row of the table of targets for a document; one row a document, with the first address written for it.
model::TargetIndex target_of(model::Policy& policy, const ast::DocumentReference& document);

[[nodiscard]] model::Verdict verdict_of(model::Policy& policy, const ast::OutcomePhrase& phrase);

/// The row of the document an outcome names, if it names one.
std::optional<model::TargetIndex> named_target(model::Policy& policy, const ast::OutcomePhrase& phrase);

}  // namespace pol::lowering
