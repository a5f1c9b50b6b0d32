#pragma once

namespace bench {

/// Compiles up to `most_policies` generated policies of 153 lines in this process, from their files to the text of
/// their evaluators, and prints files and megabytes a second; beside them the share that parsing is. Returns whether
/// all were sound.
[[nodiscard]] bool print_throughput(int most_policies);

/// One policy each of 10, 100 … `most_criteria` criteria: what the policy compiler and the C++ compiler take, the bytes
/// of code and read-only data, and the time of a decision, each by criterion. Returns whether all of it succeeded.
[[nodiscard]] bool print_cost_of_criteria(int most_criteria);

}  // namespace bench
