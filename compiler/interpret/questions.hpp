#pragma once

#include "compiler/interpret/decided_route.hpp"

#include <vector>

namespace pol::interpretation {

/// What is left to ask, and which clauses read facts that nobody can know.
struct Inquiry {
    std::vector<QuestionRecord> questions;
    ClauseSet unknowable;
};

/// The questions of a request that is not decided (docs/language.md, Questions). `decided_routes` are those of the
/// routes.
[[nodiscard]] Inquiry inquire(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers,
                              const Routing& routing, const std::vector<DecidedRoute>& decided_routes);

}  // namespace pol::interpretation
