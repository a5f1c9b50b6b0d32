#pragma once

#include "compiler/coverage/coverage.hpp"
#include "compiler/coverage/mutation.hpp"

#include <string>
#include <vector>

namespace pol::coverage {

/// Scenarios that show what none shows yet.
struct Suggestions {
    /// `.pol` text: each scenario with what the policy as written decides, and a comment that asks its author to
    /// confirm it. In canonical form, to be pasted behind the scenarios.
    std::vector<std::string> scenarios;
    /// What no request was found for, and how far it was looked for.
    std::vector<std::string> not_found;
};

/// The smallest changes of existing scenarios that show what is missing: one fact, then two; without any scenario, from
/// requests that are made up for every line of business and kind. With a `mutation` also the requests that tell its
/// survivors apart.
[[nodiscard]] Suggestions suggest(const model::Policy& policy, const Coverage& coverage, const Mutation* mutation);

}  // namespace pol::coverage
