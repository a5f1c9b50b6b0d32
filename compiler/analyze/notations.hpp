#pragma once

#include "compiler/model/policy.hpp"
#include "pol/number.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pol::analysis {

/// The numbers that tell something about a fact whose values are written as codes or by names: all places of names, and
/// the codes at and beside each limit, in order. At least one.
[[nodiscard]] std::vector<std::int64_t> telling_values(const model::Fact& fact, const std::vector<Number>& limits);

/// How the numbers that stand for the values of a fact are written, also those of a choice of an entry.
[[nodiscard]] Notation notation_of(const model::Fact& fact);

/// A number or a measurement as requests write it: `7.2 kg`, `C50.911`, `negative`.
[[nodiscard]] std::string words_for_number(const model::Fact& fact, Decimal number);

/// `diagnosis_code is C50.*`, of two tests that say so together; nothing for any others.
[[nodiscard]] std::optional<std::string> words_for_range(const model::Policy& policy,
                                                         const std::vector<model::Condition>& tests);

}  // namespace pol::analysis
