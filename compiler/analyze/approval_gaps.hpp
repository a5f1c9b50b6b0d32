#pragma once

#include "compiler/analyze/acceptance.hpp"
#include "compiler/interpret/prepared.hpp"

namespace pol::analysis {

/// Renewals that ask for so much time since the first start that a first approval ends before: on the day after it a
/// renewal is surely denied, and on a later day, with nothing else changed, approved. Each finding has a member for
/// whom the interpreter decides just that.
void report_approval_gaps(const interpretation::PreparedPolicy& prepared, Acceptance& findings);

}  // namespace pol::analysis
