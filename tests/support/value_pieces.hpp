#pragma once

#include "compiler/model/policy.hpp"

#include <utility>
#include <vector>

namespace pol::testing {

/// Expressions, days and conditions of the model in few words, for policies built by hand.

[[nodiscard]] inline model::Expression constant(std::int64_t numerator, std::int64_t denominator = 1) {
    return {model::Constant{{numerator, denominator}}};
}
[[nodiscard]] inline model::Expression number_of(model::FactIndex fact, Evidence minimum = Evidence::claimed,
                                                 model::Fraction factor = {1, 1}) {
    return {model::NumberOfFact{.fact = fact, .minimum = minimum, .factor = factor}};
}
[[nodiscard]] inline model::Expression measured(model::FactIndex fact, std::optional<model::Day> from = {},
                                                std::optional<model::Day> through = {},
                                                Evidence minimum = Evidence::claimed) {
    return {model::MeasurementOfFact{
        .fact = fact, .minimum = minimum, .factor = {1, 1}, .from = std::move(from), .through = std::move(through)}};
}
[[nodiscard]] inline model::Expression value_of_term(model::TermIndex term) { return {model::NumberOfTerm{term}}; }
[[nodiscard]] inline model::Expression calculated(model::Operation operation, model::Expression left,
                                                  model::Expression right) {
    return {model::Arithmetic{.operation = operation, .operands = {std::move(left), std::move(right)}}};
}
[[nodiscard]] inline model::Expression rounded_to(model::Expression value, Rounding rounding, model::Fraction step) {
    return {model::RoundedValue{.rounding = rounding, .step = step, .operand = {std::move(value)}}};
}
[[nodiscard]] inline model::Expression extreme(bool lesser, model::Expression left, model::Expression right) {
    return {model::Extreme{.lesser = lesser, .operands = {std::move(left), std::move(right)}}};
}
[[nodiscard]] inline model::Expression elapsed(DurationUnit unit, model::Day from, model::Day to) {
    return {model::Elapsed{.unit = unit, .from = std::move(from), .to = std::move(to)}};
}

[[nodiscard]] inline model::Day day_of(model::FactIndex fact, std::int32_t days = 0,
                                       Evidence minimum = Evidence::none) {
    return {.base = fact, .offset = {days, DurationUnit::days}, .minimum = minimum};
}
[[nodiscard]] inline model::Day day_of(BuiltinFact fact, std::int32_t days = 0) {
    return day_of(static_cast<model::FactIndex>(fact), days);
}
[[nodiscard]] inline model::Day fixed_day(Date date) { return {.base = date, .offset = {}, .minimum = Evidence::none}; }

[[nodiscard]] inline model::Condition compared(model::Expression left, model::NumberOperator comparison,
                                               model::Expression right) {
    return {model::NumberTest{.left = std::move(left), .comparison = comparison, .right = std::move(right)}};
}
[[nodiscard]] inline model::Condition before(model::Day left, model::Day right) {
    return {model::DayTest{.left = std::move(left), .or_on = false, .right = std::move(right)}};
}
[[nodiscard]] inline model::Condition on_or_before(model::Day left, model::Day right) {
    return {model::DayTest{.left = std::move(left), .or_on = true, .right = std::move(right)}};
}
[[nodiscard]] inline model::Condition term_test(model::TermIndex term, bool negated = false) {
    return {model::TermTest{.term = term, .negated = negated}};
}

/// Adds a term to a policy; the terms it reads stand there already.
template <class Body>
model::TermIndex define(model::Policy& policy, const char* name, Body body) {
    policy.terms.push_back({.name = name, .phrase = name, .body = std::move(body), .line = 0});
    return static_cast<model::TermIndex>(policy.terms.size() - 1);
}

}  // namespace pol::testing
