#pragma once

#include "pol/text.hpp"

#include <cstdint>

namespace pol {

/// Code systems a policy names. A code never goes without its system: `G1221` reads as HCPCS, `G12.21` is ICD-10-CM.
enum class CodeSystem : std::uint8_t { hcpcs, cpt, icd10cm, ndc };

/// A code in normal form: codes are equal exactly when these are, however they were written.
/// - HCPCS and CPT: their five characters;
/// - ICD-10-CM: its three to seven characters, the dot left out, blanks behind them;
/// - NDC: labeler, product and package padded to 5-4-2 (6-4-2 from 2033). The ten-digit form of a package and its
///   eleven-digit billing form are equal; from eleven digits the ten cannot be recovered.
/// Keys of one system are in the order of its codes: a blank comes before digits, digits before letters.
struct Code {
    CodeSystem system = CodeSystem::hcpcs;
    std::uint64_t key = 0;
    friend constexpr bool operator==(const Code&, const Code&) noexcept = default;
    /// By system, then key. Written out: <compare> would cost an evaluator a tenth of its time to compile.
    friend constexpr bool operator<(const Code& left, const Code& right) noexcept {
        return left.system != right.system ? left.system < right.system : left.key < right.key;
    }
};

/// `code` means nothing unless `valid`.
struct ParsedCode {
    bool valid = false;
    Code code;
};

namespace detail {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) noexcept { return c >= 'A' && c <= 'Z'; }

/// Blanks, digits and letters as a number to this base, so that codes of different length differ.
inline constexpr std::uint64_t code_base = 37;
inline constexpr std::uint32_t longest_icd10cm = 7;

[[nodiscard]] constexpr std::uint64_t append_symbol(std::uint64_t key, char c) noexcept {
    const int symbol = is_digit(c) ? c - '0' + 1 : c - 'A' + 11;
    return key * code_base + static_cast<std::uint64_t>(symbol);
}

[[nodiscard]] constexpr bool digits_from(Text text, std::uint32_t first) noexcept {
    for (std::uint32_t i = first; i < text.size; ++i)
        if (!is_digit(text.data[i])) return false;
    return true;
}

[[nodiscard]] constexpr ParsedCode keyed(CodeSystem system, Text text) noexcept {
    std::uint64_t key = 0;
    for (std::uint32_t i = 0; i < text.size; ++i)
        if (text.data[i] != '.') key = append_symbol(key, text.data[i]);
    return ParsedCode{true, Code{system, key}};
}

}  // namespace detail

/// A letter A to V and four digits.
[[nodiscard]] constexpr ParsedCode parse_hcpcs(Text text) noexcept {
    const bool valid = text.size == 5 && text.data[0] >= 'A' && text.data[0] <= 'V' && detail::digits_from(text, 1);
    return valid ? detail::keyed(CodeSystem::hcpcs, text) : ParsedCode{};
}

/// Five digits.
[[nodiscard]] constexpr ParsedCode parse_cpt(Text text) noexcept {
    return text.size == 5 && detail::digits_from(text, 0) ? detail::keyed(CodeSystem::cpt, text) : ParsedCode{};
}

/// A letter, a digit, a digit or letter, then up to four digits or letters behind a dot.
[[nodiscard]] constexpr ParsedCode parse_icd10cm(Text text) noexcept {
    if (text.size < 3 || text.size > 8 || text.size == 4) return {};
    if (!detail::is_letter(text.data[0]) || !detail::is_digit(text.data[1])) return {};
    for (std::uint32_t i = 2; i < text.size; ++i) {
        const char c = text.data[i];
        if (i == 3 ? c != '.' : !(detail::is_digit(c) || detail::is_letter(c))) return {};
    }
    ParsedCode parsed = detail::keyed(CodeSystem::icd10cm, text);
    for (std::uint32_t length = text.size > 3 ? text.size - 1 : 3; length < detail::longest_icd10cm; ++length)
        parsed.code.key *= detail::code_base;
    return parsed;
}

/// Segments with hyphens, 4-4-2, 5-3-2, 5-4-1, 5-4-2 or 6-4-2, or the eleven or twelve digits of a billing form.
/// Ten digits without hyphens are refused: they belong to several packages.
[[nodiscard]] constexpr ParsedCode parse_ndc(Text text) noexcept {
    std::uint64_t values[3] = {0, 0, 0};
    std::uint32_t lengths[3] = {0, 0, 0};
    std::uint32_t segment = 0;
    for (std::uint32_t i = 0; i < text.size; ++i) {
        const char c = text.data[i];
        if (c == '-') {
            if (++segment > 2) return {};
            continue;
        }
        if (!detail::is_digit(c) || ++lengths[segment] > 12) return {};
        values[segment] = values[segment] * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (segment == 0 && (lengths[0] == 11 || lengths[0] == 12))
        return ParsedCode{true, Code{CodeSystem::ndc, values[0]}};
    // A segment has at most 12 digits, one hexadecimal digit of the shape.
    const std::uint32_t shape = lengths[0] << 8U | lengths[1] << 4U | lengths[2];
    const bool valid = shape == 0x442 || shape == 0x532 || shape == 0x541 || shape == 0x542 || shape == 0x642;
    if (segment != 2 || !valid) return {};
    return ParsedCode{true, Code{CodeSystem::ndc, values[0] * 1000000 + values[1] * 100 + values[2]}};
}

/// The code in its system's normal form; not valid if the text lacks the system's shape.
[[nodiscard]] constexpr ParsedCode parse_code(CodeSystem system, Text text) noexcept {
    switch (system) {
        case CodeSystem::hcpcs:
            return parse_hcpcs(text);
        case CodeSystem::cpt:
            return parse_cpt(text);
        case CodeSystem::icd10cm:
            return parse_icd10cm(text);
        case CodeSystem::ndc:
            return parse_ndc(text);
    }
    return {};
}

}  // namespace pol
