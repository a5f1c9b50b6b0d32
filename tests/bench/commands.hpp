#pragma once

namespace bench {

/// Runs the policy compiler and the C++ compiler on every policy, `repetitions` times each, and prints a table with the
/// best time of each. Returns whether every command succeeded.
[[nodiscard]] bool print_compile_times(int repetitions);

/// Compares two texts of Qalsody of which the new one asks for 21 years, `repetitions` times, and prints the best time.
/// Returns whether the command succeeded.
[[nodiscard]] bool print_diff_time(int repetitions);

}  // namespace bench
