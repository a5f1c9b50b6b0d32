#pragma once

#include "compiler/diagnostics/sink.hpp"
#include "compiler/model/policy.hpp"

namespace pol::analysis {

/// Rows of a table without a rule that hold for one member, members for whom no row of a definition holds, and an
/// `otherwise` that is for nobody.
void report_tables(const model::Policy& policy, Sink& sink);

}  // namespace pol::analysis
