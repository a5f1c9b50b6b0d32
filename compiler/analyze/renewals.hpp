#pragma once

#include "compiler/analyze/acceptance.hpp"
#include "compiler/interpret/prepared.hpp"

namespace pol::analysis {

/// Yes/no facts that only a renewal asks, to be no: members of whom they are yes are approved first and surely denied
/// at the next renewal, with nothing changed. Facts that a renewal asks to be yes, as that the drug helps, are what the
/// first period is there for. Each finding has a member for whom the interpreter decides just that.
void report_renewal_denials(const interpretation::PreparedPolicy& prepared, Acceptance& findings);

}  // namespace pol::analysis
