#pragma once

#include <cstdint>

namespace bench {

/// How often this program has allocated memory with `new` so far.
[[nodiscard]] std::uint64_t allocations() noexcept;

}  // namespace bench
