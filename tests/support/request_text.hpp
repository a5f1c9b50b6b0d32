#pragma once

#include "pol/record.hpp"

#include <string>

namespace pol::testing {

/// A request as a sender may write it, one line of JSON without its end: each fact with its own level of evidence, in
/// the order of the policy. What a sender cannot state, such as a number between two codes, is stated as the closest
/// that can be.
[[nodiscard]] std::string request_text(const RequestRecord& request, const PolicyDescription& policy);

}  // namespace pol::testing
