#pragma once

#include "compiler/coverage/coverage.hpp"
#include "compiler/coverage/flips.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pol::coverage {

/// Something that no scenario shows yet: a state of a clause, a clause that decides, an outcome, a line of business.
struct Target {
    enum class Kind { state, decisive, outcome, line } kind = Kind::state;
    model::ClauseIndex clause = no_index;
    ClauseState state = ClauseState::unknown;
    Outcome outcome = Outcome::approved;
    model::LineIndex line = 0;
    /// `MMC.6 not met`, `MMC.6 decisive`, `excluded on medicaid_harp`.
    std::string words;
    /// Turns the clause round, where it is to be decisive.
    std::shared_ptr<const Flip> flip;
};

/// All that is missing, in the order of the policy: of every clause its states, then whether it decides; then lines of
/// business, each with the outcomes that its rules can give.
[[nodiscard]] std::vector<Target> missing(const model::Policy& policy, const Coverage& coverage);

/// Whether a request, as it is decided, shows the target.
[[nodiscard]] bool shows(const Target& target, const RequestRecord& request, const DecisionRecord& decision);

}  // namespace pol::coverage
