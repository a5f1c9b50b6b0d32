#pragma once

#include "pol/description.hpp"
#include "runtime/json/fault.hpp"

#include <string_view>

namespace pol::json {

/// A number as read. The value means nothing unless the fault is none.
struct ReadNumber {
    Decimal value{};
    Fault fault = Fault::none;
};

/// Reads `7.2` as a value of the fact, exactly and without trailing zeros. `text` is a number of JSON; exponents,
/// more than `most_places` decimals and what lies outside the fact's bounds are refused.
[[nodiscard]] ReadNumber read_number(std::string_view text, const FactDescription& fact);

}  // namespace pol::json
