#pragma once

#include <algorithm>
#include <cstdlib>

namespace pol::testing {

/// Under sanitizers one request in so many is enough (POL_FEWER_REQUESTS); all of them are compared without.
[[nodiscard]] inline int one_in() {
    const char* fewer = std::getenv("POL_FEWER_REQUESTS");
    return fewer == nullptr ? 1 : std::max(1, std::atoi(fewer));
}

}  // namespace pol::testing
