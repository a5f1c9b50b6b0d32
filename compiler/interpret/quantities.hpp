#pragma once

#include "compiler/model/policy.hpp"
#include "pol/decision.hpp"

#include <optional>
#include <string>

namespace pol {

/// What a closed approval amounts to in a unit of a code (both as in the approval's quantities per dose; the code is
/// empty for clinical units). Empty where the drug declares no such equality or the number is too large.
[[nodiscard]] std::optional<Decimal> quantity_of(const model::Policy& policy, const Result& result,
                                                 const std::string& unit, const std::string& code);

[[nodiscard]] bool same_amount(Decimal left, Decimal right);
/// `800`, `0.5`: without trailing zeros behind the point.
[[nodiscard]] std::string decimal_words(Decimal amount);

}  // namespace pol
