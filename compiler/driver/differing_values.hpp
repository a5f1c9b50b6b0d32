#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace pol {

/// Where two texts of JSON differ, each place with both values: `doses` was 8, is now 7. Objects are gone into member
/// by member, lists entry by entry; behind the first few places the others are counted.
[[nodiscard]] std::string differing_values(const nlohmann::json& before, const nlohmann::json& now);

}  // namespace pol
