#pragma once

#include "compiler/analyze/acceptance.hpp"
#include "compiler/interpret/prepared.hpp"

namespace pol::analysis {

/// Requirements and outcomes that never hold, and requirements that never fail, of any member; also of the members of
/// a line of business alone, by its product rule. Only what is proved over all states is said.
void report_constant_items(const interpretation::PreparedPolicy& prepared, Acceptance& findings);

}  // namespace pol::analysis
