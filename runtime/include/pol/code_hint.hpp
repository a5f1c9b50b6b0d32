#pragma once

#include "pol/code.hpp"
#include "pol/notation.hpp"
#include "pol/requested_code.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pol {

namespace detail {

/// Whether nothing but a digit can stand at a place of a code, hyphens aside.
[[nodiscard]] constexpr bool is_place_of_digit(CodeSystem system, std::size_t place) noexcept {
    switch (system) {
        case CodeSystem::hcpcs:
            return place > 0;
        case CodeSystem::icd10cm:
            return place == 1;
        case CodeSystem::cpt:
        case CodeSystem::ndc:
            break;
    }
    return true;
}

/// The digit that a letter is taken for; the letter itself where it looks like none.
[[nodiscard]] constexpr char digit_like(char letter) noexcept {
    if (letter == 'O') return '0';
    return letter == 'I' || letter == 'L' ? '1' : letter;
}

[[nodiscard]] inline std::string in_capitals(std::string_view written) {
    std::string capitals(written);
    for (char& sign : capitals)
        if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
    return capitals;
}

/// `it has the shape of a CPT code`; nothing where it has that of no other system. A category without a dot, `J13`, is
/// rather a code of another system cut short.
[[nodiscard]] inline std::string shape_hint(CodeSystem wanted, std::string_view written) {
    for (const CodeSystem system : {CodeSystem::hcpcs, CodeSystem::cpt, CodeSystem::icd10cm, CodeSystem::ndc}) {
        if (system == CodeSystem::icd10cm && written.find('.') == std::string_view::npos) continue;
        if (system != wanted && parse_requested_code(system, written).valid)
            return std::string("it has the shape of ") + words_of(system).name;
    }
    return {};
}

}  // namespace detail

/// The code of a text that is one as requests write it, but an ICD-10-CM code with its dot; empty for any other.
[[nodiscard]] inline std::string code_in(CodeSystem system, std::string text) {
    if (!parse_requested_code(system, text).valid) return {};
    const bool is_code = parse_code(system, {text.data(), static_cast<std::uint32_t>(text.size())}).valid;
    if (!is_code) text.insert(detail::before_dot, ".");
    return text;
}

/// What is wrong with an NDC by its count of digits; nothing where it has other signs, too.
[[nodiscard]] inline std::string ndc_hint(std::string_view written) {
    const auto hyphens = static_cast<std::size_t>(std::count(written.begin(), written.end(), '-'));
    const bool is_of_digits = written.find_first_not_of("0123456789-") == std::string_view::npos;
    const std::size_t digits = written.size() - hyphens;
    if (!is_of_digits || digits == 0) return {};
    if (digits != 10 && digits != 11) return "an NDC has 11 digits, or 10 with hyphens, not " + std::to_string(digits);
    if (hyphens > 0) return "an NDC has three groups of 4-4-2, 5-3-2, 5-4-1, 5-4-2 or 6-4-2 digits";
    return digits == 10
               ? "without hyphens an NDC has 11 digits (5-4-2): write the leading zero that its short group lacks"
               : "";
}

/// How what is no code of the system is misspelt, with the code that was probably meant: blanks, small letters, or
/// letters that look like digits where only digits stand. Nothing where mending that gives no code either.
[[nodiscard]] inline std::string spelling_hint(CodeSystem system, std::string_view written) {
    constexpr std::size_t longest = 64;
    if (written.size() > longest) return {};
    std::string plain(written);
    std::erase(plain, ' ');
    std::string meant = detail::in_capitals(plain);
    std::string letter;
    for (std::size_t i = 0; i < meant.size(); ++i) {
        const char digit = detail::digit_like(meant[i]);
        if (digit == meant[i] || !detail::is_place_of_digit(system, i)) continue;
        meant[i] = digit;
        letter.assign(1, plain[i]);
    }
    if (meant != written) meant = code_in(system, std::move(meant));
    if (meant == written || meant.empty()) return {};
    const std::string asked = ": did you mean `" + meant + "`?";
    if (!letter.empty()) return "`" + letter + "` is a letter where a code has a digit" + asked;
    return (plain.size() < written.size() ? "codes have no blanks" : "codes are written in capitals") + asked;
}

/// How to mend what is no code of a system as requests write it, behind the sentence that says so: `; codes are written
/// in capitals …`. Nothing where only the one who wrote it knows.
[[nodiscard]] inline std::string code_hint(CodeSystem system, std::string_view written) {
    std::string hint = spelling_hint(system, written);
    if (hint.empty()) hint = detail::shape_hint(system, written);
    if (hint.empty() && system == CodeSystem::ndc) hint = ndc_hint(written);
    return hint.empty() ? hint : "; " + hint;
}

}  // namespace pol
