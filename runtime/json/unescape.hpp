#pragma once

#include <string>
#include <string_view>

namespace pol::json {

/// Appends the text that a JSON string stands for, given as what is between its quotes; false, and perhaps a part of
/// it, where an escape is none or half a pair of surrogates.
[[nodiscard]] bool append_unescaped(std::string& output, std::string_view written);

}  // namespace pol::json
