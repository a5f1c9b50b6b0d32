#pragma once

#include "compiler/ast/condition.hpp"
#include "compiler/ast/statement.hpp"
#include "pol/date.hpp"
#include "pol/outcome.hpp"

#include <string>
#include <string_view>

namespace pol::ast {

/// The language's own words for its closed lists, as the formatter and the findings write them.
/// An outcome as it begins its phrase: `excluded`, `refer to`.
[[nodiscard]] std::string_view outcome_words(Outcome outcome);
/// `approval`, `denial`; nothing for an outcome that stands before the criteria.
[[nodiscard]] std::string_view replaced_words(Replaced replaced);
[[nodiscard]] std::string_view comparison_words(Comparison comparison);
[[nodiscard]] std::string_view count_words(CountComparison comparison);
[[nodiscard]] std::string_view short_months_words(ShortMonths rule);
[[nodiscard]] std::string_view leap_birthday_words(LeapBirthday rule);
/// `days`, `weeks`, `months`, `years`.
[[nodiscard]] std::string_view time_unit_words(TimeUnit unit);
/// 11 for `November`.
[[nodiscard]] int month_number(std::string_view name);

/// `all of`, `at least 2 of`.
[[nodiscard]] std::string quantifier_words(Quantifier quantifier, const std::optional<Number>& count);

/// Values as written: `6 months`, `1 day`, `2.5`, `7.2 kg`, `20%`, `2026-06`, `"a \"quoted\" text"`, `MMC.9.b`.
[[nodiscard]] std::string written(const Duration& duration);
[[nodiscard]] std::string written(const Decimal& decimal);
[[nodiscard]] std::string written(const Quantity& quantity);
[[nodiscard]] std::string written(const Date& date);
[[nodiscard]] std::string written(const Text& text);
[[nodiscard]] std::string written(const ItemReference& reference);
[[nodiscard]] std::string written(const ItemRange& range);

}  // namespace pol::ast
