#pragma once

#include "pol/record.hpp"

#include <string>

namespace pol::comparison {

/// Equal for two requests of one policy exactly where they say the same.
[[nodiscard]] std::string key_of(const RequestRecord& request);

}  // namespace pol::comparison
