#pragma once

#include "compiler/model/policy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol::test {

// Words for the closed lists and plain values of a model, shared by the files of model_text.
[[nodiscard]] std::string_view word(Outcome outcome);
[[nodiscard]] std::string_view word(Evidence evidence);
[[nodiscard]] std::string_view word(ClauseKind kind);
[[nodiscard]] std::string_view word(FactType type);
[[nodiscard]] std::string_view word(Notation notation);
[[nodiscard]] std::string_view word(FactSource source);
[[nodiscard]] std::string_view word(TargetKind kind);
[[nodiscard]] std::string_view word(QuestionKind kind);
[[nodiscard]] std::string text(Decimal decimal);
[[nodiscard]] std::string text(Duration duration);
[[nodiscard]] std::string text(const model::Policy& policy, const model::Verdict& verdict);
[[nodiscard]] std::string quantifier_text(model::Quantifier quantifier, std::int32_t count);
/// ` [documented]`; nothing for none.
[[nodiscard]] std::string minimum_text(Evidence minimum);
/// `is at least`, by the number that the comparisons of ages and of numbers have in common.
[[nodiscard]] std::string_view comparison_text(std::size_t comparison);
[[nodiscard]] std::string number_test_text(const model::Policy& policy, const model::NumberTest& test);
[[nodiscard]] std::string day_test_text(const model::Policy& policy, const model::DayTest& test);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace pol::test
