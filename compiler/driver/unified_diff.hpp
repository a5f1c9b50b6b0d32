#pragma once

#include <string>
#include <string_view>

namespace pol {

/// How two texts differ, line by line with three lines around each difference, as `diff -u` shows it and `patch` reads
/// it; both are called `name`. Empty if they are alike.
[[nodiscard]] std::string unified_diff(const std::string& name, std::string_view before, std::string_view after,
                                       bool colour);

}  // namespace pol
