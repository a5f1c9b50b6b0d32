#pragma once

#include "pol/text.hpp"

#include <string_view>

namespace pol {

/// A text of a description as the standard library knows it; apart from `Text`, so that generated sources need not
/// compile <string_view>.
[[nodiscard]] constexpr std::string_view view(Text text) noexcept { return {text.data, text.size}; }

}  // namespace pol
