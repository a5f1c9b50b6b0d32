#include "runtime/json/utf8.hpp"

#include <algorithm>

namespace pol::json {

namespace {

[[nodiscard]] std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead < 0xe0) return 2;
    if (lead >= 0xe0 && lead < 0xf0) return 3;
    if (lead >= 0xf0 && lead < 0xf5) return 4;
    return 0;
}

[[nodiscard]] bool is_sequence(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (!std::all_of(bytes.begin() + 1, bytes.end(), is_continuation)) return false;
    if (bytes.size() < 3) return true;
    if (at(0) == 0xe0) return at(1) >= 0xa0;
    if (at(0) == 0xed) return at(1) < 0xa0;
    if (at(0) == 0xf0) return at(1) >= 0x90;
    return at(0) != 0xf4 || at(1) < 0x90;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequence_length(static_cast<unsigned char>(text[i]));
        if (length == 0 || length > text.size() - i || !is_sequence(text.substr(i, length))) return i;
        i += length;
    }
    return std::string_view::npos;
}

}  // namespace pol::json
