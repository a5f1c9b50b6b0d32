#pragma once

#include "pol/record.hpp"
#include "runtime/json/syntax.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

/// Takes the value of a fact, as written without its evidence, over into an answer. What is wrong with it, or nothing.
[[nodiscard]] std::string read_value(const FactDescription& fact, const Node& node, Answer& answer);

/// The same for a day, a month or a year alone.
[[nodiscard]] std::string read_days(const Node& node, Answer& answer);

/// `must be true or false, not a number`: texts are shown as they are, other values by their kind.
[[nodiscard]] std::string instead_of(std::string_view wanted, const Node& found);

/// What may be meant, as the end of a sentence; nothing where no name is close.
[[nodiscard]] std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& known);

/// Whether its value is an amount, which may have a unit.
[[nodiscard]] bool is_amount(const FactDescription& fact);

}  // namespace pol::json
