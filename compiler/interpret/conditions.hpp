#pragma once

#include "compiler/interpret/answers.hpp"

#include <optional>

namespace pol::interpretation {

/// Truth of a condition for one member (docs/language.md, Conditions). Nothing is cut short by routing.
[[nodiscard]] Truth truth_of(const model::Condition& condition, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::ChoiceTest& test, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::AgeTest& test, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::AgeOnDayTest& test, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::NumberTest& test, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::DayTest& test, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::TermTest& test, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::CountTest& test, const Answers& answers);
[[nodiscard]] Truth truth_of(const model::ConditionGroup& group, const Answers& answers);

/// The same of what is asked only where it is written, such as the `when` of a statement: yes where it is not.
[[nodiscard]] Truth truth_if_asked(const std::optional<model::Condition>& condition, const Answers& answers);

}  // namespace pol::interpretation
