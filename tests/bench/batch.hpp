#pragma once

#include "tests/bench/measure.hpp"

namespace bench {

/// Qalsody over columns: the generated batch, loops that a person vectorised, and single requests, on the same rows.
/// Prints nanoseconds a row; whether all three decided the same.
[[nodiscard]] bool print_batch_times(const Scale& scale);

}  // namespace bench
