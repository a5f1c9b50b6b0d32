#pragma once

#include "compiler/interpret/followed_routes.hpp"

#include <vector>

namespace pol::interpretation {

/// What is left to ask, and which clauses read facts that nobody can know.
struct Inquiry {
    std::vector<QuestionRecord> questions;
    ClauseSet unknowable;
};

/// The questions of a request that is not decided (docs/language.md, Questions).
[[nodiscard]] Inquiry inquire(const PreparedPolicy& prepared, const Answers& answers, const Routing& routing,
                              const std::vector<FollowedRoute>& routes);

}  // namespace pol::interpretation
