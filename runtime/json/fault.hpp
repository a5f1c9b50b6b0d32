#pragma once

#include "pol/description.hpp"
#include "runtime/json/node.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

/// What can be wrong with a value. Reading only tells which; the sentence is made where one is needed.
enum class Fault : std::uint8_t {
    none,
    /// Another type, form or name than the fact has.
    other_form,
    not_in_calendar,
    outside_calendar,
    has_exponent,
    too_many_decimals,
    too_many_digits,
    outside_bounds,
};

/// `largest_digits` in digits.
inline constexpr std::size_t most_digits = 15;

/// The sentence about the value of a fact.
[[nodiscard]] std::string sentence(Fault fault, const FactDescription& fact, const Node& found);

/// The sentence about the day on which something was measured.
[[nodiscard]] std::string sentence_on_day(Fault fault, const Node& found);

/// `must be true or false, not a number`: texts are shown as they are, other values by their kind.
[[nodiscard]] std::string instead_of(std::string_view wanted, const Node& found);

}  // namespace pol::json
