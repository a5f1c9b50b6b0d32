#include "compiler/lower/fact_tests.hpp"

#include "compiler/lower/notations.hpp"
#include "compiler/lower/values.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

bool is_number(const model::Fact& fact) { return fact.type == FactType::number || fact.type == FactType::measurement; }

bool holds_condition(const model::Term& term) { return std::holds_alternative<model::Condition>(term.body); }

/// Whether a value of a scale holds in a comparison with another; scales stand with the lowest first.
bool holds(ast::Comparison comparison, std::size_t value, std::size_t limit) {
    switch (comparison) {
        case ast::Comparison::is_at_least:
            return value >= limit;
        case ast::Comparison::is_more_than:
            return value > limit;
        case ast::Comparison::is_at_most:
            return value <= limit;
        case ast::Comparison::is_less_than:
            return value < limit;
        case ast::Comparison::is:
        case ast::Comparison::is_not:
        case ast::Comparison::is_one_of:
            break;
    }
    assert(false);
    return false;
}

std::vector<std::uint16_t> values_that_hold(const model::Fact& fact, ast::Comparison comparison, std::uint16_t limit) {
    std::vector<std::uint16_t> values;
    for (std::size_t value = 0; value < fact.values.size(); ++value)
        if (holds(comparison, value, limit)) values.push_back(static_cast<std::uint16_t>(value));
    return values;
}

model::ChoiceTest to_choice(const Context& context, const ast::FactTest& test, Evidence minimum) {
    model::ChoiceTest choice;
    choice.fact = fact_named(context, test.fact.text);
    choice.minimum = minimum_for(context, choice.fact, minimum);
    const model::Fact& fact = context.policy.facts[choice.fact];
    if (compares_order(test.comparison)) {
        choice.comparison = model::ChoiceOperator::is_one_of;
        choice.values = values_that_hold(fact, test.comparison, value_named(fact, test.values.front().text));
        return choice;
    }
    if (test.comparison == ast::Comparison::is_not) choice.comparison = model::ChoiceOperator::is_not;
    if (test.comparison == ast::Comparison::is_one_of) choice.comparison = model::ChoiceOperator::is_one_of;
    for (const ast::Name& value : test.values) choice.values.push_back(value_named(fact, value.text));
    return choice;
}

/// Whether a value of the source is in one of the groups asked for, or in none where `is not` asks.
bool is_asked(const Derived& derived, const ast::FactTest& test, std::uint16_t group) {
    const bool is_named = std::any_of(test.values.begin(), test.values.end(),
                                      [&](const ast::Name& value) { return value.text == derived.groups[group]; });
    return is_named != (test.comparison == ast::Comparison::is_not);
}

/// What is asked of a derived fact, asked of its source.
model::ChoiceTest to_choice(const Context& context, const ast::FactTest& test, const Derived& derived,
                            Evidence minimum) {
    model::ChoiceTest choice{derived.source, model::ChoiceOperator::is_one_of, {}, Evidence::none};
    choice.minimum = minimum_for(context, choice.fact, minimum);
    for (std::size_t value = 0; value < derived.group_of_value.size(); ++value)
        if (is_asked(derived, test, derived.group_of_value[value]))
            choice.values.push_back(static_cast<std::uint16_t>(value));
    return choice;
}

/// A defined condition is used as a yes/no fact.
model::TermTest to_term_test(const ast::FactTest& test, model::TermIndex term) {
    assert(test.values.size() == 1);
    const bool is_no = test.values.front().text == "no";
    return {.term = term, .negated = is_no != (test.comparison == ast::Comparison::is_not)};
}

model::NumberTest to_number_test(const Context& context, const ast::FactTest& test, Evidence minimum) {
    return {.left = named_value(context, test.fact.text, minimum),
            .comparison = to_operator<model::NumberOperator>(test.comparison),
            .right = named_value(context, test.values.front().text, minimum)};
}

}  // namespace

bool compares_order(ast::Comparison comparison) {
    return comparison != ast::Comparison::is && comparison != ast::Comparison::is_not &&
           comparison != ast::Comparison::is_one_of;
}

model::Condition to_fact_test(const Context& context, const ast::FactTest& test, Evidence minimum) {
    const auto term = context.term_by_name.find(test.fact.text);
    if (term != context.term_by_name.end()) {
        if (holds_condition(context.policy.terms[term->second])) return {to_term_test(test, term->second)};
        if (context.choice_of_term.count(term->second) > 0) return to_notation_test(context, test, term->second);
        return {to_number_test(context, test, minimum)};
    }
    if (const Derived* derived = derived_fact(context, test.fact.text)) {
        if (!derived->codes_of_group.empty()) return to_notation_test(context, test, *derived, minimum);
        return {to_choice(context, test, *derived, minimum)};
    }
    const model::Fact& fact = context.policy.facts[fact_named(context, test.fact.text)];
    if (fact.notation != Notation::amount) return to_notation_test(context, test, minimum);
    if (is_number(fact)) return {to_number_test(context, test, minimum)};
    return {to_choice(context, test, minimum)};
}

}  // namespace pol::lowering
