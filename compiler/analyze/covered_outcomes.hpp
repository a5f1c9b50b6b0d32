#pragma once

#include "compiler/analyze/acceptance.hpp"
#include "compiler/interpret/prepared.hpp"

namespace pol::analysis {

/// Outcomes that are given only where another statement gives the same outcome, or where the gate comes before them.
/// Only what is proved over all states is said.
void report_covered_outcomes(const interpretation::PreparedPolicy& prepared, Acceptance& findings);

}  // namespace pol::analysis
