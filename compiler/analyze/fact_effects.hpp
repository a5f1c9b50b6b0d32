#pragma once

#include "compiler/analyze/acceptance.hpp"
#include "compiler/interpret/prepared.hpp"

namespace pol::analysis {

/// Facts with choices that conditions of the policy read although none of these ever comes out otherwise for another
/// value. Only what is proved over all states is said.
void report_facts_without_effect(const interpretation::PreparedPolicy& prepared, Acceptance& findings);

}  // namespace pol::analysis
