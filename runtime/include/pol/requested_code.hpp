#pragma once

#include "pol/code.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pol {

namespace detail {

/// Signs of an ICD-10-CM code ahead of its dot.
inline constexpr std::size_t before_dot = 3;

/// Of an ICD-10-CM code as claims write it, without its dot.
[[nodiscard]] constexpr ParsedCode parse_without_dot(std::string_view written) noexcept {
    char dotted[longest_icd10cm + 1] = {};
    written.copy(dotted, before_dot);
    dotted[before_dot] = '.';
    written.substr(before_dot).copy(dotted + before_dot + 1, longest_icd10cm - before_dot);
    return parse_icd10cm({dotted, static_cast<std::uint32_t>(written.size() + 1)});
}

}  // namespace detail

/// A code as requests write it: as `parse_code` takes it, and an ICD-10-CM code also without its dot, as in claims. But
/// no NDC of twelve digits without hyphens: until claims have these, from 2033, it is one of eleven with one too many.
[[nodiscard]] constexpr ParsedCode parse_requested_code(CodeSystem system, std::string_view written) noexcept {
    constexpr std::size_t digits_from_2033 = 12;
    const bool lacks_dot = system == CodeSystem::icd10cm && written.size() > detail::before_dot &&
                           written.size() <= detail::longest_icd10cm && written[detail::before_dot] != '.';
    if (lacks_dot) return detail::parse_without_dot(written);
    const bool has_hyphens = written.find('-') != std::string_view::npos;
    if (system == CodeSystem::ndc && written.size() == digits_from_2033 && !has_hyphens) return {};
    return parse_code(system, {written.data(), static_cast<std::uint32_t>(written.size())});
}

}  // namespace pol
