#pragma once

#include "compiler/model/policy.hpp"

#include <string>

namespace bench {

/// The model of a policy of policies/, by its name. Ends the program where it is not sound.
[[nodiscard]] pol::model::Policy load_policy(const std::string& name);

}  // namespace bench
