#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pol {

/// The known name closest to a misspelt one, by edit distance; empty if none is close enough to be
/// meant, or if the name is known as it stands and so is not misspelt.
[[nodiscard]] std::string closest(std::string_view misspelt, const std::vector<std::string>& known);

/// The hint for an unknown name: "did you mean `…`?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view misspelt, const std::vector<std::string>& known);

}  // namespace pol
