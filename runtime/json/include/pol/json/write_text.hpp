#pragma once

#include "pol/record.hpp"

#include <string>

namespace pol::json {

/// The decision for people: what was decided and why, what is asked, and the state of every clause, by the numbers
/// of the plan's document. Plain lines of UTF-8, the last one ended, no colour.
[[nodiscard]] std::string write_text(const DecisionRecord& decision, const PolicyDescription& policy);

}  // namespace pol::json
