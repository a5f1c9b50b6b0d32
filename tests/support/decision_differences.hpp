#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <string>

namespace pol::testing {

/// The first result, clause, question … in which two decisions differ, in words; empty if in none.
[[nodiscard]] std::string first_difference(const model::Policy& policy, const DecisionRecord& expected,
                                           const DecisionRecord& actual);
/// The answers of a request that are not simply missing, in words.
[[nodiscard]] std::string to_text(const model::Policy& policy, const RequestRecord& request);

}  // namespace pol::testing
