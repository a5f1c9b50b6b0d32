#include "compiler/analyze/constants.hpp"

#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>

namespace pol::analysis {

namespace {

using Values = std::optional<std::vector<Number>>;
constexpr std::size_t most_values = 32;

Number exact(model::Fraction fraction) { return number(fraction.numerator, fraction.denominator); }

std::optional<Number> combined(model::Operation operation, Number left, Number right) {
    switch (operation) {
        case model::Operation::plus:
            return left + right;
        case model::Operation::minus:
            return left - right;
        case model::Operation::times:
            return left * right;
        case model::Operation::divided_by:
            break;
    }
    return is_zero(right) ? std::nullopt : std::optional(left / right);
}

class Constants {
public:
    explicit Constants(const model::Policy& policy) : policy_(policy) {}

    [[nodiscard]] Values of(const model::Expression& expression) const {
        return std::visit([&](const auto& form) { return of(form); }, expression.form);
    }

private:
    [[nodiscard]] Values of(const model::Constant& constant) const { return std::vector{exact(constant.value)}; }
    [[nodiscard]] Values of(const model::NumberOfFact&) const { return std::nullopt; }
    [[nodiscard]] Values of(const model::MeasurementOfFact&) const { return std::nullopt; }
    [[nodiscard]] Values of(const model::Elapsed&) const { return std::nullopt; }
    [[nodiscard]] Values of(const model::Aggregate&) const { return std::nullopt; }
    [[nodiscard]] Values of(const model::ValueOfEntry&) const { return std::nullopt; }

    [[nodiscard]] Values of(const model::NumberOfTerm& term) const {
        return std::visit(overloaded{
                              [](const model::Condition&) { return Values{}; },
                              [&](const model::Expression& value) { return of(value); },
                              [&](const std::vector<model::Case>& cases) { return of(cases); },
                              [&](const model::Selection& selection) { return of(selection.cases); },
                              [](const model::Day&) { return Values{}; },
                              [](const std::vector<model::DayCase>&) { return Values{}; },
                          },
                          policy_.terms[term.term].body);
    }

    [[nodiscard]] Values of(const std::vector<model::Case>& cases) const {
        std::vector<Number> all;
        for (const model::Case& one : cases) {
            const Values values = of(one.value);
            if (!values || all.size() + values->size() > most_values) return std::nullopt;
            all.insert(all.end(), values->begin(), values->end());
        }
        return all;
    }

    [[nodiscard]] Values of(const model::Arithmetic& arithmetic) const {
        return pairs(arithmetic.operands,
                     [&](Number left, Number right) { return combined(arithmetic.operation, left, right); });
    }
    [[nodiscard]] Values of(const model::Extreme& extreme) const {
        return pairs(extreme.operands, [&](Number left, Number right) {
            return std::optional(extreme.lesser ? lesser(left, right) : greater(left, right));
        });
    }
    [[nodiscard]] Values of(const model::RoundedValue& value) const {
        Values values = of(value.operand.front());
        if (values)
            for (Number& one : *values) one = rounded(one, value.rounding, exact(value.step));
        return values;
    }

    /// Of both operands, whatever each is. A pair without a value leads to no comparison.
    template <class Combine>
    [[nodiscard]] Values pairs(const std::vector<model::Expression>& operands, Combine combine) const {
        const Values left = of(operands[0]);
        const Values right = of(operands[1]);
        if (!left || !right || left->size() * right->size() > most_values) return std::nullopt;
        std::vector<Number> all;
        for (const Number& one : *left)
            for (const Number& other : *right)
                if (const std::optional<Number> value = combine(one, other)) all.push_back(*value);
        return all;
    }

    const model::Policy& policy_;
};

}  // namespace

std::optional<std::vector<Number>> constants_of(const model::Policy& policy, const model::Expression& expression) {
    return Constants(policy).of(expression);
}

const model::Expression* fact_alone(const model::Policy& policy, const model::Expression& expression) {
    if (std::holds_alternative<model::NumberOfFact>(expression.form)) return &expression;
    if (std::holds_alternative<model::MeasurementOfFact>(expression.form)) return &expression;
    const auto* term = std::get_if<model::NumberOfTerm>(&expression.form);
    if (term == nullptr) return nullptr;
    const auto* body = std::get_if<model::Expression>(&policy.terms[term->term].body);
    return body == nullptr ? nullptr : fact_alone(policy, *body);
}

std::optional<EntryField> field_alone(const model::Policy& policy, const model::Expression& expression) {
    if (const auto* value = std::get_if<model::ValueOfEntry>(&expression.form))
        return EntryField{value->entry.field, value->factor};
    if (const auto* entries = std::get_if<model::Aggregate>(&expression.form); entries != nullptr && entries->field)
        return EntryField{*entries->field, entries->factor};
    const auto* term = std::get_if<model::NumberOfTerm>(&expression.form);
    const auto* body = term == nullptr ? nullptr : std::get_if<model::Expression>(&policy.terms[term->term].body);
    return body == nullptr ? std::nullopt : field_alone(policy, *body);
}

}  // namespace pol::analysis
