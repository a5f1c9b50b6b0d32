#pragma once

#include "tests/bench/measure.hpp"

namespace bench {

/// Times what happens between a line of JSON and a decision on Qalsody: read by pol::json, by a person's own mapping
/// with simdjson, and parsed alone. Whether both ways gave the same requests and nothing was allocated.
[[nodiscard]] bool print_json_times(const Scale& scale);

}  // namespace bench
