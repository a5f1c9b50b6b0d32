#pragma once

#include "compiler/model/policy.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pol::analysis {

/// Tests of numbers and days as their authors write them. Amounts are in the declared units of the facts that they are
/// compared with; where facts of several units are computed with, in what these make of them (`mg/kg`).
[[nodiscard]] std::string words_for_test(const model::Policy& policy, const model::NumberTest& test);
[[nodiscard]] std::string words_for_test(const model::Policy& policy, const model::DayTest& test);
/// A value by itself, its constants likewise.
[[nodiscard]] std::string words_for_value(const model::Policy& policy, const model::Expression& value);
[[nodiscard]] std::string words_for_day(const model::Policy& policy, const model::Day& day);

/// The name of a fact; of a field, within its list.
[[nodiscard]] std::string_view short_name(const model::Policy& policy, model::FactIndex fact);

/// `7.2 kg`, `12`.
[[nodiscard]] std::string words_for_amount(Decimal amount, const std::string& unit);

/// `70 states`; `more states than can be counted` where counting ended.
[[nodiscard]] std::string words_for_count(std::uint64_t count, std::string_view what);
/// `all 70 states`; `all states` where counting ended.
[[nodiscard]] std::string words_for_all(std::uint64_t count, std::string_view what);
/// `6 months`, `1 day`.
[[nodiscard]] std::string words_for_duration(const Duration& duration);
/// `18 years`, `1 month`.
[[nodiscard]] std::string words_for_age(std::int32_t amount, AgeUnit unit);

}  // namespace pol::analysis
