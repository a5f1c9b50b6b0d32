#pragma once

#include <cstddef>
#include <string_view>

namespace pol::json {

/// Whether a byte continues a character that an earlier byte started.
[[nodiscard]] inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

/// Place of the first byte that is not UTF-8, or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

}  // namespace pol::json
