#pragma once

#include "compiler/diagnostics/sink.hpp"
#include "compiler/model/policy.hpp"

namespace pol::analysis {

/// Determinations of one stage that can hold together must agree in outcome and target, or one is an exception to
/// the other. An error for each pair that does not, with a member for whom both hold.
void report_disagreeing_determinations(const model::Policy& policy, Sink& sink);

}  // namespace pol::analysis
