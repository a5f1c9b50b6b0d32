#include "compiler/lower/values.hpp"

#include "compiler/lower/entries.hpp"
#include "compiler/lower/fraction.hpp"
#include "compiler/lower/quantities.hpp"
#include "compiler/lower/windows.hpp"
#include "compiler/source/overloaded.hpp"

#include <cassert>
#include <limits>
#include <utility>

namespace pol::lowering {

namespace {

/// Exact, as `check` has made sure of.
Fraction times_factor(const ast::Quantity& quantity, const units::Factor& factor) {
    const auto amount = Fraction::from(to_decimal(quantity.amount));
    assert(amount);
    const auto product = Fraction::product(*amount, Fraction::from(factor));
    assert(product);
    return *product;
}

std::optional<model::WrittenUnit> written_unit(const ast::Quantity& quantity) {
    if (!quantity.unit) return std::nullopt;
    return model::WrittenUnit{.name = quantity.unit->text, .factor = Fraction::from(unit_of(quantity).factor).parts()};
}

model::Expression number_of_fact(const Context& context, model::FactIndex index, Evidence minimum) {
    const model::Fact& fact = context.policy.facts[index];
    const Evidence least = minimum_for(context, index, minimum);
    if (fact.type == FactType::number)
        return {model::NumberOfFact{.fact = index, .minimum = least, .factor = factor_of(fact)}};
    assert(fact.type == FactType::measurement);
    return {model::MeasurementOfFact{
        .fact = index, .minimum = least, .factor = factor_of(fact), .from = std::nullopt, .through = std::nullopt}};
}

model::Expression measured(const Context& context, const ast::MeasuredValue& value, Evidence minimum) {
    model::Expression expression = number_of_fact(context, fact_named(context, value.fact.text), minimum);
    auto& measurement = std::get<model::MeasurementOfFact>(expression.form);
    const Window window = to_window(context, value.when, minimum);
    if (window.from) measurement.from = first_inside(*window.from);
    if (window.through) measurement.through = last_inside(*window.through);
    return expression;
}

model::Operation to_operation(ast::Operation operation) {
    switch (operation) {
        case ast::Operation::plus:
            return model::Operation::plus;
        case ast::Operation::minus:
            return model::Operation::minus;
        case ast::Operation::times:
            return model::Operation::times;
        case ast::Operation::divided_by:
            return model::Operation::divided_by;
    }
    assert(false);
    return model::Operation::plus;
}

Rounding to_rounding(ast::RoundingWord word) {
    switch (word) {
        case ast::RoundingWord::up:
            return Rounding::up;
        case ast::RoundingWord::down:
            return Rounding::down;
        case ast::RoundingWord::nearest:
            return Rounding::nearest;
    }
    assert(false);
    return Rounding::nearest;
}

/// How many days or months make one.
std::int32_t parts_of(ast::TimeUnit unit) {
    switch (unit) {
        case ast::TimeUnit::days:
        case ast::TimeUnit::months:
            return 1;
        case ast::TimeUnit::weeks:
            return 7;
        case ast::TimeUnit::years:
            return 12;
    }
    assert(false);
    return 1;
}

model::Expression elapsed(const Context& context, const ast::Elapsed& form, Evidence minimum) {
    const bool in_days = form.unit == ast::TimeUnit::days || form.unit == ast::TimeUnit::weeks;
    return {model::Elapsed{.unit = in_days ? DurationUnit::days : DurationUnit::months,
                           .from = to_day(context, form.from, minimum),
                           .to = to_day(context, form.to, minimum),
                           .each = parts_of(form.unit)}};
}

std::vector<model::Expression> to_expressions(const Context& context, const std::vector<ast::Expression>& operands,
                                              Evidence minimum) {
    std::vector<model::Expression> lowered;
    for (const ast::Expression& operand : operands) lowered.push_back(to_expression(context, operand, minimum));
    return lowered;
}

/// A day stands where `check` lets days stand.
model::Expression no_number() {
    assert(false);
    return {model::Constant{}};
}

units::Dimension dimension_of(const Context& context, const ast::Arithmetic& form) {
    const units::Dimension left = dimension_of(context, form.operands[0]);
    if (form.operation == ast::Operation::times) return left * dimension_of(context, form.operands[1]);
    if (form.operation == ast::Operation::divided_by) return left / dimension_of(context, form.operands[1]);
    return left;
}

units::Dimension dimension_named(const Context& context, const std::string& name) {
    const auto term = context.term_by_name.find(name);
    if (term != context.term_by_name.end()) return context.term_dimensions[term->second];
    return unit_named(context.policy.facts[fact_named(context, name)].unit).dimension;
}

}  // namespace

units::Unit unit_named(std::string_view word) {
    if (word.empty()) return {};
    const auto unit = units::unit_of(word);
    assert(unit);
    return *unit;
}

units::Unit unit_of(const ast::Quantity& quantity) {
    return quantity.unit ? unit_named(quantity.unit->text) : units::Unit{};
}

model::Fraction factor_of(const model::Fact& fact) { return Fraction::from(unit_named(fact.unit).factor).parts(); }

model::Fraction in_base_units(const ast::Quantity& quantity) {
    return times_factor(quantity, unit_of(quantity).factor).parts();
}

Decimal in_unit(const ast::Quantity& quantity, std::string_view unit) {
    const auto factor = units::conversion(unit_of(quantity), unit_named(unit));
    assert(factor);
    const auto decimal = times_factor(quantity, *factor).to_decimal();
    assert(decimal);
    return *decimal;
}

Duration to_duration(const ast::Quantity& quantity) {
    const units::Unit unit = unit_of(quantity);
    const bool in_days = unit.dimension == units::days();
    assert(in_days || unit.dimension == units::months());
    const model::Fraction amount = times_factor(quantity, unit.factor).parts();
    assert(amount.denominator == 1 && amount.numerator <= std::numeric_limits<std::int32_t>::max());
    return {.amount = static_cast<std::int32_t>(amount.numerator),
            .unit = in_days ? DurationUnit::days : DurationUnit::months};
}

model::Expression named_value(const Context& context, const std::string& name, Evidence minimum) {
    const auto term = context.term_by_name.find(name);
    if (term != context.term_by_name.end()) return {model::NumberOfTerm{term->second}};
    return number_of_fact(context, fact_named(context, name), minimum);
}

model::Expression to_expression(const Context& context, const ast::Expression& expression, Evidence minimum) {
    return std::visit(
        overloaded{
            [](const ast::Quantity& form) {
                return model::Expression{model::Constant{in_base_units(form), written_unit(form)}};
            },
            [&](const ast::NamedValue& form) { return named_value(context, form.name.text, minimum); },
            [&](const ast::MeasuredValue& form) { return measured(context, form, minimum); },
            [&](const ast::Arithmetic& form) {
                return model::Expression{
                    model::Arithmetic{.operation = to_operation(form.operation),
                                      .operands = to_expressions(context, form.operands, minimum)}};
            },
            [&](const ast::Extreme& form) {
                return model::Expression{
                    model::Extreme{.lesser = form.lesser, .operands = to_expressions(context, form.operands, minimum)}};
            },
            [&](const ast::RoundedValue& form) {
                return model::Expression{model::RoundedValue{.rounding = to_rounding(form.word),
                                                             .step = in_base_units(form.step),
                                                             .operand = to_expressions(context, form.operand, minimum),
                                                             .written = written_unit(form.step)}};
            },
            [&](const ast::Elapsed& form) { return elapsed(context, form, minimum); },
            [&](const ast::Aggregate& form) { return model::Expression{to_aggregate(context, form, minimum)}; },
            [&](const ast::ChosenEntry& form) { return model::Expression{to_value_of_entry(context, form, minimum)}; },
            [&](const ast::Parenthesized& form) { return to_expression(context, form.operand.front(), minimum); },
            [](const ast::DayOperand&) { return no_number(); },
        },
        expression.form);
}

units::Dimension dimension_of(const Context& context, const ast::Expression& expression) {
    return std::visit(overloaded{
                          [](const ast::Quantity& form) { return unit_of(form).dimension; },
                          [&](const ast::NamedValue& form) { return dimension_named(context, form.name.text); },
                          [&](const ast::MeasuredValue& form) { return dimension_named(context, form.fact.text); },
                          [&](const ast::Arithmetic& form) { return dimension_of(context, form); },
                          [&](const ast::Extreme& form) { return dimension_of(context, form.operands.front()); },
                          [&](const ast::RoundedValue& form) { return dimension_of(context, form.operand.front()); },
                          [](const ast::Elapsed&) { return units::Dimension{}; },
                          [&](const ast::Aggregate& form) { return dimension_of(context, form); },
                          [&](const ast::ChosenEntry& form) { return dimension_of(context, form); },
                          [&](const ast::Parenthesized& form) { return dimension_of(context, form.operand.front()); },
                          [](const ast::DayOperand&) { return units::Dimension{}; },
                      },
                      expression.form);
}

}  // namespace pol::lowering
