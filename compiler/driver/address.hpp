#pragma once

#include "compiler/model/policy.hpp"
#include "pol/json/read_request.hpp"

#include <string>

namespace pol {

/// The field by which a request says which of many policies it is for, as docs/json.md has it; empty where it is none
/// of what is wrong with the request.
[[nodiscard]] std::string address_in(const json::Reading& reading, const model::Policy& policy);

}  // namespace pol
