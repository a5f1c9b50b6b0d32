#include "compiler/lower/conditions.hpp"

#include "compiler/source/overloaded.hpp"

#include <cassert>

namespace pol::lowering {

namespace {

model::Condition lowered(const Context& context, const ast::Condition& condition, Evidence minimum);

model::ChoiceOperator to_choice_operator(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::is:
            return model::ChoiceOperator::is;
        case ast::Comparison::is_not:
            return model::ChoiceOperator::is_not;
        case ast::Comparison::is_one_of:
            return model::ChoiceOperator::is_one_of;
        case ast::Comparison::is_at_least:
        case ast::Comparison::is_more_than:
        case ast::Comparison::is_at_most:
        case ast::Comparison::is_less_than:
            break;
    }
    assert(false);
    return model::ChoiceOperator::is;
}

model::AgeOperator to_age_operator(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::is:
            return model::AgeOperator::is;
        case ast::Comparison::is_not:
            return model::AgeOperator::is_not;
        case ast::Comparison::is_at_least:
            return model::AgeOperator::is_at_least;
        case ast::Comparison::is_more_than:
            return model::AgeOperator::is_more_than;
        case ast::Comparison::is_at_most:
            return model::AgeOperator::is_at_most;
        case ast::Comparison::is_less_than:
            return model::AgeOperator::is_less_than;
        case ast::Comparison::is_one_of:
            break;
    }
    assert(false);
    return model::AgeOperator::is;
}

model::ChoiceTest to_choice(const Context& context, const ast::FactTest& test, Evidence minimum) {
    model::ChoiceTest choice;
    choice.fact = fact_named(context, test.fact.text);
    choice.comparison = to_choice_operator(test.comparison);
    const model::Fact& fact = context.policy.facts[choice.fact];
    for (const ast::Name& value : test.values) choice.values.push_back(value_named(fact, value.text));
    choice.minimum = fact.source == FactSource::provider ? minimum : Evidence::none;
    return choice;
}

model::AgeTest to_age(const Context& context, const ast::AgeTest& test) {
    assert(test.amount.unit == ast::TimeUnit::years || test.amount.unit == ast::TimeUnit::months);
    return {.at = fact_named(context, test.at.text),
            .comparison = to_age_operator(test.comparison),
            .amount = static_cast<std::int32_t>(test.amount.amount.value),
            .unit = test.amount.unit == ast::TimeUnit::years ? AgeUnit::years : AgeUnit::months};
}

model::ConditionGroup group(const Context& context, model::Quantifier quantifier, std::int32_t count,
                            const std::vector<ast::Condition>& members, Evidence minimum) {
    model::ConditionGroup lowered_group{.quantifier = quantifier, .count = count, .members = {}};
    for (const ast::Condition& member : members) lowered_group.members.push_back(lowered(context, member, minimum));
    return lowered_group;
}

model::Condition lowered(const Context& context, const ast::Condition& condition, Evidence minimum) {
    return std::visit(
        overloaded{
            [&](const ast::FactTest& test) { return model::Condition{to_choice(context, test, minimum)}; },
            [&](const ast::AgeTest& test) { return model::Condition{to_age(context, test)}; },
            [&](const ast::ConditionGroup& form) {
                return model::Condition{
                    group(context, to_quantifier(form.quantifier), to_count(form.count), form.members, minimum)};
            },
            [&](const ast::Unless& form) {
                return model::Condition{group(context, model::Quantifier::unless, 0, form.parts, minimum)};
            },
            [&](const ast::Attested& form) { return lowered(context, form.inner.front(), Evidence::attested); },
        },
        condition.form);
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

model::Condition to_condition(const Context& context, const ast::Condition& condition) {
    return lowered(context, condition, context.minimum);
}

}  // namespace pol::lowering
