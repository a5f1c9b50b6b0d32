#include "compiler/lower/conditions.hpp"

#include "compiler/lower/entries.hpp"
#include "compiler/lower/fact_tests.hpp"
#include "compiler/lower/values.hpp"
#include "compiler/lower/windows.hpp"
#include "compiler/source/overloaded.hpp"

#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

/// At a date fact, or at any other day.
model::Condition to_age(const Context& context, const ast::AgeTest& test, Evidence minimum) {
    assert(test.amount.unit == ast::TimeUnit::years || test.amount.unit == ast::TimeUnit::months);
    const auto comparison = to_operator<model::AgeOperator>(test.comparison);
    const auto amount = static_cast<std::int32_t>(test.amount.amount.value);
    const AgeUnit unit = test.amount.unit == ast::TimeUnit::years ? AgeUnit::years : AgeUnit::months;
    model::Day on = to_day(context, test.at, minimum);
    const auto* fact = std::get_if<model::FactIndex>(&on.base);
    if (fact != nullptr && on.offset.amount == 0)
        return {model::AgeTest{
            .at = *fact, .comparison = comparison, .amount = amount, .unit = unit, .minimum = on.minimum}};
    return {model::AgeOnDayTest{.on = std::move(on), .comparison = comparison, .amount = amount, .unit = unit}};
}

model::NumberTest to_number_test(const Context& context, const ast::QuantityTest& test, Evidence minimum) {
    return {.left = to_expression(context, test.left, minimum),
            .comparison = to_operator<model::NumberOperator>(test.comparison),
            .right = to_expression(context, test.right, minimum)};
}

model::ConditionGroup group(const Context& context, model::Quantifier quantifier, std::int32_t count,
                            const std::vector<ast::Condition>& members, Evidence minimum) {
    model::ConditionGroup lowered_group{.quantifier = quantifier, .count = count, .members = {}};
    for (const ast::Condition& member : members)
        lowered_group.members.push_back(to_condition(context, member, minimum));
    return lowered_group;
}

}  // namespace

model::Quantifier to_quantifier(ast::Quantifier quantifier) {
    switch (quantifier) {
        case ast::Quantifier::all_of:
            return model::Quantifier::all_of;
        case ast::Quantifier::any_of:
            return model::Quantifier::any_of;
        case ast::Quantifier::none_of:
            return model::Quantifier::none_of;
        case ast::Quantifier::at_least:
            return model::Quantifier::at_least;
    }
    assert(false);
    return model::Quantifier::all_of;
}

std::int32_t to_count(const std::optional<ast::Number>& count) {
    return count ? static_cast<std::int32_t>(count->value) : 0;
}

model::Condition to_condition(const Context& context, const ast::Condition& condition, Evidence minimum) {
    return std::visit(
        overloaded{
            [&](const ast::FactTest& test) { return to_fact_test(context, test, minimum); },
            [&](const ast::AgeTest& test) { return to_age(context, test, minimum); },
            [&](const ast::QuantityTest& test) { return model::Condition{to_number_test(context, test, minimum)}; },
            [&](const ast::DayTest& test) { return to_day_test(context, test, minimum); },
            [&](const ast::CountTest& test) { return model::Condition{to_count_test(context, test, minimum)}; },
            [&](const ast::ConditionGroup& form) {
                return model::Condition{
                    group(context, to_quantifier(form.quantifier), to_count(form.count), form.members, minimum)};
            },
            [&](const ast::Unless& form) {
                return model::Condition{group(context, model::Quantifier::unless, 0, form.parts, minimum)};
            },
            [&](const ast::IfThen& form) {
                return model::Condition{group(context, model::Quantifier::if_then, 0, form.parts, minimum)};
            },
            [&](const ast::Supported& form) { return to_condition(context, form.inner.front(), form.least); },
        },
        condition.form);
}

model::Condition to_condition(const Context& context, const ast::Condition& condition) {
    return to_condition(context, condition, context.minimum);
}

}  // namespace pol::lowering
