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
[[nodiscard]] inline model::Day fixed_day(Date date) {
    return {.base = date, .offset = {}, .minimum = Evidence::none, .days = 0};
}

}  // namespace pol::testing
