#pragma once

#include "compiler/verify/figure.hpp"

#include <optional>
#include <string_view>

namespace pol::verifying {

/// `06/01/2026`, `6-1-26`, `2026-06-01`, `04/2024`; month first, as the documents of American plans write. Nothing for
/// other words.
[[nodiscard]] std::optional<Figure> date_in_digits(std::string_view written);

/// Whether a number of this many digits and value can be a year.
[[nodiscard]] bool is_year(std::string_view digits);

}  // namespace pol::verifying
