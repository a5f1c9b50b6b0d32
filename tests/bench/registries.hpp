#pragma once

namespace bench {

/// Registries of 1, 100 … `most_policies` policies: what polc and the C++ compiler take, and the time to find a policy
/// by code and day and to decide by it, for one policy again and again and for a random one. Returns whether all of it
/// succeeded.
[[nodiscard]] bool print_registry_times(int most_policies);

}  // namespace bench
