#pragma once

#include "compiler/units/units.hpp"

namespace pol::units {

/// A word the language knows: `mg`, `weeks`, `m2`, `%`; nothing for any other.
[[nodiscard]] std::optional<Unit> table_entry(std::string_view word);

}  // namespace pol::units
