#pragma once

#include <string>
#include <string_view>

namespace pol::comparison {

/// The same JSON with every number written out, `0.00005` for `5e-05`: the library that writes JSON gives small numbers
/// an exponent, and requests take none.
[[nodiscard]] std::string without_exponents(std::string_view json);

}  // namespace pol::comparison
