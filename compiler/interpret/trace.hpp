#pragma once

#include "compiler/interpret/followed_routes.hpp"

namespace pol::interpretation {

/// State of every clause: the one shared by all routes it belongs to, or unknown where they differ.
[[nodiscard]] std::vector<ClauseState> trace_of(const PreparedPolicy& prepared,
                                                const std::vector<FollowedRoute>& routes);

}  // namespace pol::interpretation
