#pragma once

#include "tests/support/sample_models.hpp"

#include <utility>

namespace pol::testing {

/// More expressions and days of the model in few words, beside those of sample_models.hpp.

[[nodiscard]] inline model::Expression rounded_to(model::Expression value, Rounding rounding, model::Fraction step) {
    return {model::RoundedValue{.rounding = rounding, .step = step, .operand = {std::move(value)}}};
}
[[nodiscard]] inline model::Expression lesser_of(model::Expression left, model::Expression right) {
    return {model::Extreme{.lesser = true, .operands = {std::move(left), std::move(right)}}};
}
[[nodiscard]] inline model::Expression greater_of(model::Expression left, model::Expression right) {
    return {model::Extreme{.lesser = false, .operands = {std::move(left), std::move(right)}}};
}
[[nodiscard]] inline model::Expression elapsed(DurationUnit unit, model::Day from, model::Day to) {
    return {model::Elapsed{.unit = unit, .from = std::move(from), .to = std::move(to)}};
}

[[nodiscard]] constexpr Duration days(std::int32_t count) { return {.amount = count, .unit = DurationUnit::days}; }
[[nodiscard]] constexpr Duration months(std::int32_t count) { return {.amount = count, .unit = DurationUnit::months}; }
[[nodiscard]] inline model::Day fixed_day(Date date) { return {.base = date, .offset = {}, .minimum = Evidence::none}; }
[[nodiscard]] inline model::Day day_named(model::TermIndex term) {
    return {.base = model::DayOfTerm{term}, .offset = {}, .minimum = Evidence::none};
}
[[nodiscard]] inline model::Day last_yearly(std::int32_t month, std::int32_t day, model::Day from) {
    return {.base = model::YearlyDay{.is_last = true, .month = month, .day = day, .from = {std::move(from)}},
            .offset = {},
            .minimum = Evidence::none};
}
[[nodiscard]] inline model::Day next_yearly(std::int32_t month, std::int32_t day, model::Day from) {
    return {.base = model::YearlyDay{.is_last = false, .month = month, .day = day, .from = {std::move(from)}},
            .offset = {},
            .minimum = Evidence::none};
}
[[nodiscard]] inline model::Day earlier_of(model::Day left, model::Day right) {
    return {.base = model::ExtremeDay{.earlier = true, .operands = {std::move(left), std::move(right)}},
            .offset = {},
            .minimum = Evidence::none};
}
[[nodiscard]] inline model::Day later_of(model::Day left, model::Day right) {
    return {.base = model::ExtremeDay{.earlier = false, .operands = {std::move(left), std::move(right)}},
            .offset = {},
            .minimum = Evidence::none};
}
[[nodiscard]] inline model::Day moved(model::Day day, Duration offset) {
    return {.base = model::MovedDay{{std::move(day)}}, .offset = offset, .minimum = Evidence::none};
}
[[nodiscard]] inline model::Condition age_on(model::Day day, model::AgeOperator comparison, std::int32_t amount,
                                             AgeUnit unit) {
    return {model::AgeOnDayTest{.on = std::move(day), .comparison = comparison, .amount = amount, .unit = unit}};
}

}  // namespace pol::testing
