#pragma once

#include "compiler/model/policy.hpp"

#include <optional>
#include <vector>

namespace pol::coverage {

/// A request that suggestions start from: a scenario's, or one that is made up.
struct Base {
    RequestRecord request;
    std::optional<std::size_t> scenario;
};

/// The requests of all scenarios; without scenarios one for every line of business and kind of request, which comes to
/// an approval where the policy has any.
[[nodiscard]] std::vector<Base> bases_of(const model::Policy& policy);

}  // namespace pol::coverage
