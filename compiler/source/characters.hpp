#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pol {

/// One character of UTF-8 text. Bytes that are none (cut short, overlong, a surrogate, beyond U+10FFFF) come one at a
/// time, with `valid` false.
struct Character {
    std::uint32_t code_point = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

/// The first character of a text that is not empty.
[[nodiscard]] Character first_character(std::string_view text);

/// Controls, and the marks that reorder what a reader sees.
[[nodiscard]] bool is_unprintable(std::uint32_t code_point);

/// Terminal columns of a printable character: 0 for combining marks, 2 for East Asian wide characters and emoji.
[[nodiscard]] std::size_t columns_of(std::uint32_t code_point);

/// Terminal columns of a text without tabs; what is not printable counts one.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace pol
