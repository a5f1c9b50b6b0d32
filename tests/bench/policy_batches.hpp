#pragma once

#include "tests/bench/measure.hpp"

namespace bench {

/// Every other policy over columns: its batch against its single requests, on the same rows as a plan receives them.
/// Prints nanoseconds a row; whether both decided the same.
[[nodiscard]] bool print_policy_batch_times(const Scale& scale);

}  // namespace bench
