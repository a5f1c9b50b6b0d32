#include "compiler/analyze/notations.hpp"
#include "compiler/coverage/test_changes.hpp"
#include "compiler/source/overloaded.hpp"

#include <limits>
#include <numeric>
#include <variant>

namespace pol::coverage {

namespace {

using model::Fraction;
using model::Operation;

/// The unit of the first fact that a value reads.
class UnitFinder {
public:
    explicit UnitFinder(const model::Policy& policy) : policy_(policy) {}

    [[nodiscard]] std::optional<ConstantUnit> of(const model::Expression& value) const {
        return std::visit([&](const auto& form) { return of(form); }, value.form);
    }

private:
    using Found = std::optional<ConstantUnit>;

    [[nodiscard]] Found of(const model::Constant&) const { return std::nullopt; }
    [[nodiscard]] Found of(const model::NumberOfFact& read) const {
        return ConstantUnit{read.factor, &policy_.facts[read.fact]};
    }
    [[nodiscard]] Found of(const model::MeasurementOfFact& read) const {
        return ConstantUnit{read.factor, &policy_.facts[read.fact]};
    }
    [[nodiscard]] Found of(const model::NumberOfTerm& read) const {
        return std::visit(overloaded{[](const model::Condition&) { return Found{}; },
                                     [&](const model::Expression& value) { return of(value); },
                                     [&](const std::vector<model::Case>& cases) { return of(cases.front().value); },
                                     [&](const model::Selection& rows) { return of(rows.cases.front().value); },
                                     [](const model::Day&) { return Found{}; },
                                     [](const std::vector<model::DayCase>&) { return Found{}; }},
                          policy_.terms[read.term].body);
    }
    [[nodiscard]] Found of(const model::Arithmetic& arithmetic) const {
        const bool is_sum = arithmetic.operation == Operation::plus || arithmetic.operation == Operation::minus;
        return is_sum ? first_of(arithmetic.operands) : Found{};
    }
    [[nodiscard]] Found of(const model::Extreme& extreme) const { return first_of(extreme.operands); }
    [[nodiscard]] Found of(const model::RoundedValue& rounded) const { return of(rounded.operand.front()); }
    [[nodiscard]] Found of(const model::Elapsed&) const { return std::nullopt; }
    [[nodiscard]] Found of(const model::Aggregate& aggregate) const {
        return aggregate.field ? Found{ConstantUnit{aggregate.factor, &policy_.facts[*aggregate.field]}} : Found{};
    }
    [[nodiscard]] Found of(const model::ValueOfEntry& value) const {
        return ConstantUnit{value.factor, &policy_.facts[value.entry.field]};
    }
    [[nodiscard]] Found first_of(const std::vector<model::Expression>& operands) const {
        for (const model::Expression& operand : operands)
            if (Found found = of(operand)) return found;
        return std::nullopt;
    }

    const model::Policy& policy_;
};

bool fits(WideInteger value) {
    return value <= std::numeric_limits<std::int64_t>::max() && value >= std::numeric_limits<std::int64_t>::min();
}

/// The sum of two fractions, where it can still be written down.
std::optional<Fraction> sum(const Fraction& left, const Fraction& right) {
    const Number total = number(left.numerator, left.denominator) + number(right.numerator, right.denominator);
    if (!fits(total.numerator) || !fits(total.denominator)) return std::nullopt;
    const auto numerator = static_cast<std::int64_t>(total.numerator);
    const auto denominator = static_cast<std::int64_t>(total.denominator);
    const std::int64_t divisor = std::gcd(numerator, denominator);
    return Fraction{numerator / divisor, denominator / divisor};
}

/// One in the last place in which a constant is written in its unit: 1 kg for 70 kg, 0.1 kg for 2.6 kg.
std::optional<Fraction> last_place(const Fraction& constant, const Fraction& factor) {
    const ShownNumber written =
        shown(number(constant.numerator, constant.denominator) / number(factor.numerator, factor.denominator));
    const int places = written.fits && written.exact ? written.decimal.places : 0;
    std::int64_t denominator = 0;
    if (__builtin_mul_overflow(factor.denominator, power_of_ten(places), &denominator)) return std::nullopt;
    return Fraction{factor.numerator, denominator};
}

/// Whether the value beside a named one has a name, too.
bool has_name(const model::Fact& fact, const Fraction& value) {
    return analysis::notation_of(fact) == Notation::name && value.denominator == 1 && value.numerator >= 0 &&
           value.numerator < static_cast<std::int64_t>(fact.values.size());
}

}  // namespace

void TestChanges::change(model::Expression& value, const Words& words) {
    change(value, words, UnitFinder(changer_.policy()).of(value).value_or(ConstantUnit{}));
}

/// A constant is written as the value on the other side is, by its name or in its unit.
void TestChanges::change_sides(model::Expression& left, model::Expression& right, const Words& words) {
    const UnitFinder units(changer_.policy());
    std::optional<ConstantUnit> unit = units.of(left);
    if (!unit) unit = units.of(right);
    change(left, words, unit.value_or(ConstantUnit{}));
    change(right, words, unit.value_or(ConstantUnit{}));
}

void TestChanges::change(model::Expression& value, const Words& words, const ConstantUnit& unit) {
    std::visit([&](auto& form) { change(form, words, unit); }, value.form);
}

/// Codes and answers by yes or no have no neighbours that mean anything: for these the comparison is changed alone.
void TestChanges::change(model::Constant& constant, const Words& words, const ConstantUnit& unit) {
    const bool is_amount = unit.fact == nullptr || analysis::notation_of(*unit.fact) == Notation::amount;
    const std::optional<Fraction> step = is_amount ? last_place(constant.value, unit.factor) : Fraction{1, 1};
    if (!step) return;
    for (const std::int64_t sign : {1, -1}) {
        const std::optional<Fraction> changed = sum(constant.value, {sign * step->numerator, step->denominator});
        if (changed && (is_amount || has_name(*unit.fact, *changed))) changer_.replace(constant.value, *changed, words);
    }
}

void TestChanges::change(model::NumberOfFact& read, const Words& words, const ConstantUnit&) {
    change_evidence(read.minimum, words);
}

void TestChanges::change(model::MeasurementOfFact& read, const Words& words, const ConstantUnit&) {
    change_evidence(read.minimum, words);
    change_window(read.from, words);
    change_window(read.through, words);
}

void TestChanges::change_window(std::optional<model::Day>& end, const Words& words) {
    if (!end) return;
    change(*end, words);
    changer_.replace(end, std::optional<model::Day>(), words);
}

/// Products and quotients are not exchanged: what a policy computes is proved to fit as it is written.
void TestChanges::change(model::Arithmetic& arithmetic, const Words& words, const ConstantUnit& unit) {
    const bool is_sum = arithmetic.operation == Operation::plus || arithmetic.operation == Operation::minus;
    if (is_sum)
        changer_.replace(arithmetic.operation,
                         arithmetic.operation == Operation::plus ? Operation::minus : Operation::plus, words);
    for (model::Expression& operand : arithmetic.operands)
        if (is_sum)
            change(operand, words, unit);
        else
            change(operand, words);
}

void TestChanges::change(model::Extreme& extreme, const Words& words, const ConstantUnit& unit) {
    changer_.replace(extreme.lesser, !extreme.lesser, words);
    for (model::Expression& operand : extreme.operands) change(operand, words, unit);
}

void TestChanges::change(model::RoundedValue& rounded, const Words& words, const ConstantUnit& unit) {
    changer_.replace(rounded.rounding, rounded.rounding == Rounding::up ? Rounding::down : Rounding::up, words);
    change(rounded.operand.front(), words, unit);
}

void TestChanges::change(model::Elapsed& elapsed, const Words& words, const ConstantUnit&) {
    change(elapsed.from, words);
    change(elapsed.to, words);
}

void TestChanges::change(model::Aggregate& aggregate, const Words& words, const ConstantUnit&) {
    using model::Aggregation;
    if (aggregate.rule == Aggregation::least || aggregate.rule == Aggregation::greatest)
        changer_.replace(aggregate.rule,
                         aggregate.rule == Aggregation::least ? Aggregation::greatest : Aggregation::least, words);
    change_entries(aggregate.entries, words);
}

void TestChanges::change_entries(model::EntryFilter& entries, const Words& words) {
    change_evidence(entries.minimum, words);
    if (entries.where.empty()) return;
    changer_.replace(entries.where, std::vector<model::Condition>(), words);
    change(entries.where.front());
}

}  // namespace pol::coverage
