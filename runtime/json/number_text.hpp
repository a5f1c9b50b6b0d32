#pragma once

#include "pol/description.hpp"

#include <string>
#include <string_view>

namespace pol::json {

/// A number as read, or a sentence that says what is wrong with it; the sentence is empty when nothing is.
struct ReadNumber {
    Decimal value;
    std::string problem;
};

/// Reads `7.2` as a value of the fact, exactly and without trailing zeros. `text` is a number of JSON; exponents,
/// more than `most_places` decimals and what lies outside the fact's bounds are refused.
[[nodiscard]] ReadNumber read_number(std::string_view text, const FactDescription& fact);

/// ` kg`, as it stands after an amount; nothing for a fact without unit.
[[nodiscard]] std::string unit_after(const FactDescription& fact);

}  // namespace pol::json
