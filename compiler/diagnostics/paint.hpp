#pragma once

#include <string>
#include <string_view>

namespace pol {

/// How words stand out on a terminal.
enum class Paint { bold, red, green, yellow, magenta, cyan };

/// The words in bold, and in their colour if it is one; as they are where nothing is painted.
[[nodiscard]] std::string painted(std::string_view words, Paint paint, bool colour);

}  // namespace pol
