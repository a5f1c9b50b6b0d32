#pragma once

#include "pol/description.hpp"

#include <string>

namespace pol::render {

/// JSON Schema (draft 2020-12) of the requests of a policy and of its decisions, as docs/json.md describes both: every
/// request that is read is valid, and what a schema can say about the others is said. Indented, with a line end.
[[nodiscard]] std::string request_schema(const PolicyDescription& policy);
[[nodiscard]] std::string decision_schema(const PolicyDescription& policy);

}  // namespace pol::render
