#pragma once

#include "compiler/interpret/decided_route.hpp"

namespace pol::interpretation {

/// State of every clause: the one shared by all routes it belongs to, or unknown where they differ.
[[nodiscard]] std::vector<ClauseState> trace_of(const PreparedPolicy& prepared, const Truths& truths,
                                                const std::vector<DecidedRoute>& decided_routes);

}  // namespace pol::interpretation
