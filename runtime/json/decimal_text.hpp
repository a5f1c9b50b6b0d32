#pragma once

#include "pol/decimal.hpp"

#include <cstdint>
#include <string>

namespace pol::json {

/// Appends `factor` times the decimal, exactly, without trailing zeros: `800`, `7.5`.
void append_decimal(std::string& output, Decimal decimal, std::int32_t factor);

/// The same as a text of its own.
[[nodiscard]] std::string to_text(Decimal decimal, std::int32_t factor);

}  // namespace pol::json
