#pragma once

namespace bench {

/// Runs the policy compiler and the C++ compiler on every policy, `repetitions` times each, and prints a table with the
/// best time of each. Returns whether every command succeeded.
[[nodiscard]] bool print_compile_times(int repetitions);

}  // namespace bench
