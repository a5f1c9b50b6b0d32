#pragma once

#include "compiler/model/policy.hpp"

namespace pol::coverage {

/// Whether a clause can be said to hold or not to hold: boxes, the line of benefits, the gate, determinations and
/// requirements. `otherwise` follows from these, and all others say nothing of a member.
[[nodiscard]] bool has_truth(const model::Policy& policy, model::ClauseIndex clause);

/// The policy with one clause that holds for everybody, or for nobody, whatever it says. A determination so forced has
/// no exceptions. A ticked box is unticked; one that is not is served by the first section.
[[nodiscard]] model::Policy forced(const model::Policy& policy, model::ClauseIndex clause, bool holds);

/// What a policy says, without the requests it is tried on: less to copy.
[[nodiscard]] model::Policy without_scenarios(const model::Policy& policy);

}  // namespace pol::coverage
