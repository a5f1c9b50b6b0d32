#pragma once

#include "compiler/interpret/course.hpp"

namespace pol::interpretation {

/// State of every clause: the one shared by all routes it belongs to, or unknown where they differ.
[[nodiscard]] std::vector<ClauseState> trace_of(const PreparedPolicy& prepared, const Truths& truths,
                                                const std::vector<Course>& courses);

}  // namespace pol::interpretation
