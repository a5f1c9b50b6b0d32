#pragma once

#include "compiler/model/policy.hpp"

namespace pol::model {

/// Whether a fact is one that requests are routed by: line of business, benefit or kind of request.
[[nodiscard]] bool is_routing(FactIndex fact);

/// Whether any condition or value of the policy asks for such a fact. Then what conditions say depends on the route.
[[nodiscard]] bool reads_routing(const Policy& policy);
[[nodiscard]] bool reads_routing(const Condition& condition);

}  // namespace pol::model
