#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pol {

/// The known name that was probably meant by a misspelt one (pol/closest_name.hpp), or empty.
[[nodiscard]] std::string closest(std::string_view misspelt, const std::vector<std::string>& known);

/// The hint for an unknown name: "did you mean `…`?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view misspelt, const std::vector<std::string>& known);

}  // namespace pol
