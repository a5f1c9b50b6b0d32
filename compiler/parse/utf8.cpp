#include "compiler/parse/utf8.hpp"

namespace pol::parse_detail {
namespace {

constexpr Character invalid{0, 1, false};

std::size_t length_by_first_byte(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

}  // namespace

Character first_character(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = length_by_first_byte(first);
    if (length == 1) return {first, 1, true};
    if (length == 0 || text.size() < length) return invalid;
    char32_t number = first & (0xFFU >> (length + 1));
    for (std::size_t at = 1; at < length; ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0U) != 0x80U) return invalid;
        number = (number << 6U) | (byte & 0x3FU);
    }
    const bool overlong = (length == 3 && number < 0x800) || (length == 4 && number < 0x10000);
    const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
    if (overlong || surrogate || number > 0x10FFFF) return invalid;
    return {number, length, true};
}

}  // namespace pol::parse_detail
