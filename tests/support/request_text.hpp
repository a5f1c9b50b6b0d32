#pragma once

#include "pol/record.hpp"

#include <string>
#include <string_view>

namespace pol::testing {

/// A request as a sender may write it, one line of JSON without its end, facts in the order of the policy. The level of
/// evidence that most of them have is said once; `id` stands first unless it is empty. What a sender cannot state, such
/// as a number between two codes, is stated as the closest that can be.
[[nodiscard]] std::string request_text(const RequestRecord& request, const PolicyDescription& policy,
                                       std::string_view id = {});

}  // namespace pol::testing
