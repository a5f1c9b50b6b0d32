#pragma once

#include <string_view>
#include <vector>

namespace pol::json {

/// The known name that `misspelt` was meant to be: the closest by edit distance, or empty if none is near.
[[nodiscard]] std::string_view closest_name(std::string_view misspelt, const std::vector<std::string_view>& known);

}  // namespace pol::json
