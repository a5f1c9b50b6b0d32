#pragma once

#include "pol/outcome.hpp"

#include <string>
#include <string_view>

namespace pol {

/// A decision as text with its first line in the colour of its outcome and its headings in bold: green for an approval,
/// red for a denial, yellow where people must act, cyan where another document decides.
[[nodiscard]] std::string coloured_decision(std::string_view text, Outcome outcome);

}  // namespace pol
