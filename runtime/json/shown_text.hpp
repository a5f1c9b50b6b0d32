#pragma once

#include <string>
#include <string_view>

namespace pol::json {

/// One more step of a path: `.diagnosis`, or `["two words"]` for a key that is no name. Long keys are cut.
[[nodiscard]] std::string path_step(std::string_view key);

/// Text of a sender as it may stand in a message: in backticks, cut when long; quoted instead, with escapes,
/// where it holds control characters.
[[nodiscard]] std::string in_backticks(std::string_view text);

}  // namespace pol::json
