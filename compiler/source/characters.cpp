#include "compiler/source/characters.hpp"

#include <algorithm>
#include <iterator>

namespace pol {
namespace {

struct Range {
    std::uint32_t first;
    std::uint32_t last;
};

template <std::size_t N>
bool within(std::uint32_t value, const Range (&ranges)[N]) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& range) { return value >= range.first && value <= range.last; });
}

bool is_combining(std::uint32_t code_point) {
    static constexpr Range ranges[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                                       {0x064B, 0x065F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D},
                                       {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
    return within(code_point, ranges);
}

bool is_wide(std::uint32_t code_point) {
    static constexpr Range ranges[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0x33FF}, {0x3400, 0x4DBF},
                                       {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},  {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
                                       {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    return within(code_point, ranges);
}

/// Whether a sequence of this length may say the number: not one that a shorter sequence says, and no surrogate.
bool is_proper(std::uint32_t value, std::size_t length) {
    const std::uint32_t lowest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    return value >= lowest && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

}  // namespace

Character first_character(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return {first, 1, true};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return {};
    std::uint32_t value = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U) return {};
        value = value << 6U | (byte & 0x3FU);
    }
    return is_proper(value, length) ? Character{value, length, true} : Character{};
}

bool is_unprintable(std::uint32_t code_point) {
    static constexpr Range ranges[] = {
        {0x00, 0x1F}, {0x7F, 0x9F}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};
    return within(code_point, ranges);
}

std::size_t columns_of(std::uint32_t code_point) {
    if (is_combining(code_point)) return 0;
    return is_wide(code_point) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Character character = first_character(text);
        width += character.valid ? columns_of(character.code_point) : 1;
        text.remove_prefix(character.bytes);
    }
    return width;
}

}  // namespace pol
