#include "tests/behavior/solving.hpp"

#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <cmath>

namespace pol::testing {

namespace {

/// The value of a term that is chosen among several is taken to be that of its last case.
const model::Expression* value_of(const model::Term& term) {
    if (const auto* value = std::get_if<model::Expression>(&term.body)) return value;
    if (const auto* rows = std::get_if<model::Selection>(&term.body)) return &rows->cases.back().value;
    const auto* cases = std::get_if<std::vector<model::Case>>(&term.body);
    return cases != nullptr ? &cases->back().value : nullptr;
}

double value_of(model::Fraction fraction) {
    return static_cast<double>(fraction.numerator) / static_cast<double>(fraction.denominator);
}
double value_of(Decimal decimal) {
    return static_cast<double>(decimal.digits) / static_cast<double>(power_of_ten(decimal.places));
}

std::vector<const model::Expression*> operands_of(const model::Policy& policy, const model::Expression& value) {
    using Operands = std::vector<const model::Expression*>;
    const auto all = [](const std::vector<model::Expression>& operands) {
        Operands pointers;
        for (const model::Expression& operand : operands) pointers.push_back(&operand);
        return pointers;
    };
    return std::visit(overloaded{
                          [&](const model::Arithmetic& form) { return all(form.operands); },
                          [&](const model::Extreme& form) { return all(form.operands); },
                          [&](const model::RoundedValue& form) { return all(form.operand); },
                          [&](const model::NumberOfTerm& form) { return Operands{value_of(policy.terms[form.term])}; },
                          [](const model::Constant&) { return Operands{}; },
                          [](const model::NumberOfFact&) { return Operands{}; },
                          [](const model::MeasurementOfFact&) { return Operands{}; },
                          [](const model::Elapsed&) { return Operands{}; },
                          [](const model::Aggregate&) { return Operands{}; },
                          [](const model::ValueOfEntry&) { return Operands{}; },
                      },
                      value.form);
}

std::optional<Unknown> unknown_of(const model::Expression& value) {
    if (const auto* number = std::get_if<model::NumberOfFact>(&value.form)) return Unknown{number->fact};
    if (const auto* measured = std::get_if<model::MeasurementOfFact>(&value.form)) return Unknown{measured->fact};
    if (const auto* elapsed = std::get_if<model::Elapsed>(&value.form)) return Unknown{elapsed};
    // of the one entry whose fields stand in their places
    if (const auto* entry = std::get_if<model::ValueOfEntry>(&value.form)) return Unknown{entry->entry.field};
    if (const auto* entries = std::get_if<model::Aggregate>(&value.form); entries != nullptr && entries->field)
        return Unknown{*entries->field};
    return std::nullopt;
}

void add_unknowns(const model::Policy& policy, const model::Expression& value, std::vector<Unknown>& unknowns) {
    if (const std::optional<Unknown> unknown = unknown_of(value);
        unknown && std::find(unknowns.begin(), unknowns.end(), *unknown) == unknowns.end())
        unknowns.push_back(*unknown);
    for (const model::Expression* operand : operands_of(policy, value)) add_unknowns(policy, *operand, unknowns);
}

/// Values of a request in which one unknown is replaced.
class Estimate {
public:
    Estimate(const model::Policy& policy, const RequestRecord& request, Unknown unknown, double replaced)
        : policy_(policy), request_(request), unknown_(unknown), replaced_(replaced) {}

    [[nodiscard]] double of(const model::Expression& value) const {
        return std::visit(
            overloaded{
                [&](const model::Constant& constant) { return value_of(constant.value); },
                [&](const model::NumberOfFact& number) { return of_fact(number.fact) * value_of(number.factor); },
                [&](const model::MeasurementOfFact& measured) {
                    return of_fact(measured.fact) * value_of(measured.factor);
                },
                [&](const model::NumberOfTerm& term) { return of(*value_of(policy_.terms[term.term])); },
                [&](const model::Arithmetic& form) { return of_two(form); },
                [&](const model::Extreme& form) {
                    const double left = of(form.operands[0]), right = of(form.operands[1]);
                    return form.lesser ? std::min(left, right) : std::max(left, right);
                },
                [&](const model::RoundedValue& form) { return of(form.operand.front()); },
                [&](const model::Elapsed& elapsed) { return of_elapsed(elapsed); },
                [&](const model::Aggregate& aggregate) { return of_entries(aggregate); },
                [&](const model::ValueOfEntry& entry) { return of_fact(entry.entry.field) * value_of(entry.factor); },
            },
            value.form);
    }

private:
    [[nodiscard]] double of_fact(model::FactIndex fact) const {
        return unknown_ == Unknown{fact} ? replaced_ : value_of(request_.answers[fact].number);
    }
    [[nodiscard]] double of_two(const model::Arithmetic& form) const {
        const double left = of(form.operands[0]), right = of(form.operands[1]);
        switch (form.operation) {
            case model::Operation::plus:
                return left + right;
            case model::Operation::minus:
                return left - right;
            case model::Operation::times:
                return left * right;
            case model::Operation::divided_by:
                break;
        }
        return left / right;
    }
    [[nodiscard]] double of_elapsed(const model::Elapsed& elapsed) const {
        if (unknown_ == Unknown{&elapsed}) return replaced_;
        return elapsed.unit == DurationUnit::days ? 60 : 6;
    }

    /// Whether entries count is not looked at.
    [[nodiscard]] double of_entries(const model::Aggregate& aggregate) const {
        double total = 0;
        for (const EntryRecord& entry : request_.entries) {
            if (entry.list != aggregate.entries.list) continue;
            const double number =
                aggregate.field ? value_of(entry.fields[*aggregate.field - entry.list - 1U].number) : 1;
            total = aggregate.rule == model::Aggregation::greatest ? std::max(total, number) : total + number;
        }
        return total * value_of(aggregate.factor);
    }

    const model::Policy& policy_;
    const RequestRecord& request_;
    Unknown unknown_;
    double replaced_;
};

/// How far apart the compared values are; a rounded one is compared with the multiple of its step it is nearest to.
double distance(const model::Policy& policy, const RequestRecord& request, const Comparison& comparison,
                const Unknown& unknown, double replaced, double multiple) {
    const Estimate estimate(policy, request, unknown, replaced);
    const double left = estimate.of(*comparison.left);
    return left - (comparison.right != nullptr ? estimate.of(*comparison.right) : multiple);
}

double current(const RequestRecord& request, const Unknown& unknown) {
    const auto* fact = std::get_if<model::FactIndex>(&unknown);
    return fact != nullptr ? value_of(request.answers[*fact].number) : 60;
}

/// Rounding to the nearest changes halfway between two multiples.
double nearest_edge(const model::RoundedValue& rounded, double value) {
    const double step = value_of(rounded.step);
    const double shift = rounded.rounding == Rounding::nearest ? 0.5 : 0;
    return (std::floor(value / step) + shift) * step;
}

}  // namespace

std::vector<Unknown> unknowns_of(const model::Policy& policy, const Comparison& comparison) {
    std::vector<Unknown> unknowns;
    add_unknowns(policy, *comparison.left, unknowns);
    if (comparison.right != nullptr) add_unknowns(policy, *comparison.right, unknowns);
    return unknowns;
}

std::optional<double> solution(const model::Policy& policy, const RequestRecord& request, const Comparison& comparison,
                               const Unknown& unknown) {
    double before = current(request, unknown);
    double edge = 0;
    if (comparison.rounded != nullptr)
        edge = nearest_edge(*comparison.rounded, Estimate(policy, request, unknown, before).of(*comparison.left));
    const auto distance_at = [&](double value) { return distance(policy, request, comparison, unknown, value, edge); };
    double value = before * 1.1 + 1;
    // The secant method: at once for the sums and products of most policies.
    for (int i = 0; i < 12; ++i) {
        const double slope = (distance_at(value) - distance_at(before)) / (value - before);
        if (!std::isfinite(slope) || slope == 0) break;
        before = value;
        value -= distance_at(value) / slope;
    }
    if (!std::isfinite(value) || std::abs(value) > 1e9) return std::nullopt;
    return value;
}

}  // namespace pol::testing
