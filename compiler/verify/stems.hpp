#pragma once

#include <set>
#include <string>
#include <string_view>

namespace pol::verifying {

/// The words of a text by their beginnings, so that other endings do not matter; without small words.
[[nodiscard]] std::set<std::string> stems_of(std::string_view text);

/// Which share of the left words stands among the right ones, from 0 to 1.
[[nodiscard]] double shared(const std::set<std::string>& left, const std::set<std::string>& right);

}  // namespace pol::verifying
