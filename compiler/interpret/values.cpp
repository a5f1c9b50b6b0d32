#include "compiler/interpret/values.hpp"

#include "compiler/interpret/chosen_entries.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/days.hpp"
#include "compiler/interpret/entries.hpp"
#include "compiler/interpret/terms.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

using Value = std::optional<Number>;

Number exact(model::Fraction fraction) { return number(fraction.numerator, fraction.denominator); }

Value value_of(const model::Constant& constant, const Answers&) { return exact(constant.value); }

Value value_of(const model::NumberOfFact& read, const Answers& answers) {
    if (!answers.is_usable(read.fact, read.minimum)) return std::nullopt;
    return number(answers.at(read.fact).number) * exact(read.factor);
}

Value value_of(const model::MeasurementOfFact& read, const Answers& answers) {
    if (!answers.is_usable(read.fact, read.minimum)) return std::nullopt;
    if (is_in_window(read, answers) != Truth::yes) return std::nullopt;
    return number(answers.at(read.fact).number) * exact(read.factor);
}

Value value_of(const model::NumberOfTerm& read, const Answers& answers) {
    return definition_of(answers, read.term).value;
}

Value combined(model::Operation operation, Number left, Number right) {
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
    if (is_zero(right)) return std::nullopt;
    return left / right;
}

Value value_of(const model::Arithmetic& arithmetic, const Answers& answers) {
    const Value left = value_of(arithmetic.operands[0], answers);
    const Value right = value_of(arithmetic.operands[1], answers);
    return left && right ? combined(arithmetic.operation, *left, *right) : std::nullopt;
}

Value value_of(const model::Extreme& extreme, const Answers& answers) {
    const Value left = value_of(extreme.operands[0], answers);
    const Value right = value_of(extreme.operands[1], answers);
    if (!left || !right) return std::nullopt;
    return extreme.lesser ? lesser(*left, *right) : greater(*left, *right);
}

Value value_of(const model::RoundedValue& rounding, const Answers& answers) {
    const Value value = value_of(rounding.operand.front(), answers);
    if (!value) return std::nullopt;
    return rounded(*value, rounding.rounding, exact(rounding.step));
}

/// Months completed from one day to a later one: as many as fit, each counted from the first day.
std::int32_t completed_months(Date from, Date to, ShortMonths rule) {
    const CivilDate start = to_civil(from);
    const CivilDate end = to_civil(to);
    std::int32_t months = (end.year - start.year) * 12 + (end.month - start.month);
    while (months > 0 && add_months(start, months, rule) > to) --months;
    return months;
}

Value value_of(const model::Elapsed& elapsed, const Answers& answers) {
    const DateRange from = days_of(elapsed.from, answers);
    const DateRange to = days_of(elapsed.to, answers);
    if (!is_exact(from) || !is_exact(to)) return std::nullopt;
    const bool is_backward = to.first < from.first;
    const Date earlier = is_backward ? to.first : from.first;
    const Date later = is_backward ? from.first : to.first;
    const std::int32_t parts = elapsed.unit == DurationUnit::days
                                   ? later.days - earlier.days
                                   : completed_months(earlier, later, answers.calendar.short_months);
    const std::int32_t completed = parts / elapsed.each;
    return number(is_backward ? -completed : completed);
}

}  // namespace

Truth is_in_window(const model::MeasurementOfFact& measurement, const Answers& answers) {
    const DateRange taken = days_of(measurement.fact, measurement.minimum, answers);
    const Truth late_enough =
        measurement.from ? is_on_or_before(days_of(*measurement.from, answers), taken) : Truth::yes;
    const Truth early_enough =
        measurement.through ? is_on_or_before(taken, days_of(*measurement.through, answers)) : Truth::yes;
    return all_of(late_enough, early_enough);
}

std::optional<Number> value_of(const std::vector<model::Case>& cases, std::size_t first, const Answers& answers) {
    const model::Case& head = cases[first];
    const Truth holds = truth_if_asked(head.when, answers);
    if (holds == Truth::yes) return value_of(head.value, answers);
    const Value others = value_of(cases, first + 1, answers);
    if (holds == Truth::no) return others;
    const Value value = value_of(head.value, answers);
    return value && others && *value == *others ? value : std::nullopt;
}

std::optional<Number> best_of(const model::Selection& selection, const Answers& answers) {
    Value best;
    for (const model::Case& row : selection.cases) {
        if (truth_of(*row.when, answers) != Truth::yes) continue;
        const Value value = value_of(row.value, answers);
        if (!value) continue;
        const bool is_better = !best || (selection.rule == model::SelectionRule::greatest && *best < *value) ||
                               (selection.rule == model::SelectionRule::least && *value < *best);
        if (is_better) best = value;
    }
    return best;
}

bool is_settled(model::SelectionRule rule, const std::optional<Number>& best, const std::optional<Number>& other) {
    if (!best || !other) return false;
    switch (rule) {
        case model::SelectionRule::greatest:
            return *other <= *best;
        case model::SelectionRule::least:
            return *best <= *other;
        case model::SelectionRule::only:
            break;
    }
    return *other == *best;
}

std::optional<Number> value_of(const model::Selection& selection, const Answers& answers) {
    const Value best = best_of(selection, answers);
    for (const model::Case& row : selection.cases)
        if (truth_of(*row.when, answers) != Truth::no &&
            !is_settled(selection.rule, best, value_of(row.value, answers)))
            return std::nullopt;
    return best;
}

std::optional<Number> value_of(const model::Expression& expression, const Answers& answers) {
    return std::visit([&](const auto& form) { return value_of(form, answers); }, expression.form);
}

}  // namespace pol::interpretation
