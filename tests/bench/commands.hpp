#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace bench {

/// As one word of a shell.
[[nodiscard]] std::string quoted(const std::filesystem::path& path);

/// Best wall-clock time of a command in milliseconds; nothing if it fails. What it prints is dropped.
[[nodiscard]] std::optional<double> time_command(const std::string& command, int repetitions);

/// Code and read-only data of an object file in bytes, relocations of tables included; nothing if it cannot be read.
[[nodiscard]] std::optional<long> bytes_of(const std::filesystem::path& object);

/// Runs the policy compiler and the C++ compiler on every policy, `repetitions` times each, and prints a table with the
/// best time of each and the size of the evaluator. Returns whether every command succeeded.
[[nodiscard]] bool print_compile_times(int repetitions);

/// Compares two texts of Qalsody of which the new one asks for 21 years, `repetitions` times, and prints the best time.
/// Returns whether the command succeeded.
[[nodiscard]] bool print_diff_time(int repetitions);

}  // namespace bench
