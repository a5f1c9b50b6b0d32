#pragma once

#include <cstddef>

namespace pol {

/// What the text of a request may hold: the bytes of its `id`, and the entries of a list. Its schema says the same.
inline constexpr std::size_t most_id_bytes = 200;
inline constexpr std::size_t most_list_entries = 1000;

}  // namespace pol
