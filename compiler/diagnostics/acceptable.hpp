#pragma once

#include <string>
#include <vector>

namespace pol {

/// Codes of the findings that a policy may accept at an item, with a reason: what is proved of its meaning, and may
/// well be meant.
[[nodiscard]] std::vector<std::string> acceptable_findings();

}  // namespace pol
