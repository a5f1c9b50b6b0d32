#include "compiler/compare/plain_numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pol::comparison {

namespace {

/// Where the text ends that begins at a quote.
std::size_t end_of_text(std::string_view json, std::size_t at) {
    for (++at; json[at] != '"'; ++at)
        if (json[at] == '\\') ++at;
    return at + 1;
}

std::size_t end_of_number(std::string_view json, std::size_t at) {
    return std::min(json.find_first_not_of("+-.0123456789eE", at), json.size());
}

bool begins_number(char sign) { return sign == '-' || (sign >= '0' && sign <= '9'); }

/// The shortest that is read as the same number again.
std::string written_out(std::string_view number) {
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    // As many digits as the largest has, or as are between the point and the last digit of the smallest.
    std::array<char, 400> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    return {digits.data(), written.ptr};
}

}  // namespace

std::string without_exponents(std::string_view json) {
    std::string plain;
    plain.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        const bool is_number = begins_number(json[at]);
        const std::size_t end = is_number ? end_of_number(json, at) : json[at] == '"' ? end_of_text(json, at) : at + 1;
        const std::string_view piece = json.substr(at, end - at);
        if (is_number && piece.find('e') != std::string_view::npos)
            plain += written_out(piece);
        else
            plain += piece;
        at = end;
    }
    return plain;
}

}  // namespace pol::comparison
