#pragma once

#include <cstddef>
#include <string_view>

namespace pol::parse_detail {

/// One character of a text: its number and how many bytes it takes. Bytes that are no UTF-8 (cut short, overlong,
/// a surrogate, beyond U+10FFFF) are not `valid` and take one byte.
struct Character {
    char32_t number = 0;
    std::size_t length = 1;
    bool valid = true;
};

/// The character at the beginning of a text that is not empty.
[[nodiscard]] Character first_character(std::string_view text);

}  // namespace pol::parse_detail
