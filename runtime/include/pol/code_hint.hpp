#pragma once

#include "pol/code.hpp"

namespace pol {

/// How to mend what is no code of a system, behind the sentence that says so: `; without hyphens …`. Nothing where only
/// the one who wrote it knows.
[[nodiscard]] constexpr const char* code_hint(CodeSystem system, Text written) noexcept {
    const bool is_ten_digits = written.size == 10 && detail::digits_from(written, 0);
    return system == CodeSystem::ndc && is_ten_digits
               ? "; without hyphens an NDC has 11 digits (5-4-2): write the leading zero that its short group lacks"
               : "";
}

}  // namespace pol
