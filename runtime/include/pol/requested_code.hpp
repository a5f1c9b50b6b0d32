#pragma once

#include "pol/code.hpp"

#include <cstdint>
#include <string_view>

namespace pol {

/// A code as requests write it: as `parse_code` takes it, and an ICD-10-CM code also without its dot, as in claims.
[[nodiscard]] constexpr ParsedCode parse_requested_code(CodeSystem system, std::string_view written) noexcept {
    constexpr std::size_t before_dot = 3;
    constexpr std::size_t longest = 7;
    const auto parsed = [system](const char* data, std::size_t size) {
        return parse_code(system, {data, static_cast<std::uint32_t>(size)});
    };
    const bool lacks_dot = system == CodeSystem::icd10cm && written.size() > before_dot && written.size() <= longest &&
                           written[before_dot] != '.';
    if (!lacks_dot) return parsed(written.data(), written.size());
    char dotted[longest + 1] = {};
    written.copy(dotted, before_dot);
    dotted[before_dot] = '.';
    written.substr(before_dot).copy(dotted + before_dot + 1, longest - before_dot);
    return parsed(dotted, written.size() + 1);
}

}  // namespace pol
