#pragma once

#include "compiler/coverage/coverage.hpp"

#include <string>

namespace pol::coverage {

/// What scenarios show of clauses on some line of business and not on another that has scenarios, one line of business
/// a paragraph; empty where there is nothing.
[[nodiscard]] std::string line_gaps_text(const model::Policy& policy, const Coverage& coverage);

}  // namespace pol::coverage
