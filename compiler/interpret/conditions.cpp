#include "compiler/interpret/conditions.hpp"

#include "compiler/interpret/days.hpp"
#include "compiler/interpret/quantify.hpp"
#include "compiler/interpret/terms.hpp"
#include "compiler/interpret/values.hpp"

#include <algorithm>
#include <variant>

namespace pol::interpretation {

namespace {

bool matches(const model::ChoiceTest& test, std::uint16_t value) {
    const bool listed = std::find(test.values.begin(), test.values.end(), value) != test.values.end();
    return test.comparison == model::ChoiceOperator::is_not ? !listed : listed;
}

/// A date that every request gives as one day, or not at all: an age at it is unknown while it is missing. Any other is
/// some day of a range.
bool is_plain(const model::Fact& date) { return date.type == FactType::date && !date.not_before; }

Truth reaches_age(const model::AgeTest& test, std::int32_t amount, const Answers& answers) {
    if (is_plain(answers.policy->facts[test.at]) && !answers.is_usable(test.at, test.minimum)) return Truth::unknown;
    return age_is_at_least(answers.birth(), days_of(test.at, test.minimum, answers), amount, test.unit,
                           answers.calendar);
}

/// Who may be born behind the day still has an age, 0.
Truth reaches_age(const model::AgeOnDayTest& test, std::int32_t amount, const Answers& answers) {
    if (!answers.is_given(index_of(BuiltinFact::birth_date))) return Truth::unknown;
    if (amount <= 0) return Truth::yes;
    const DateRange born = answers.birth().value;
    const DateRange on = days_of(test.on, answers);
    if (day_age_is_reached(born.last, amount, test.unit, answers.calendar) <= on.first) return Truth::yes;
    return day_age_is_reached(born.first, amount, test.unit, answers.calendar) > on.last ? Truth::no : Truth::unknown;
}

template <class Test>
Truth truth_of_age(const Test& test, const Answers& answers) {
    const auto reached = [&](std::int32_t amount) { return reaches_age(test, amount, answers); };
    switch (test.comparison) {
        case model::AgeOperator::is_at_least:
            return reached(test.amount);
        case model::AgeOperator::is_less_than:
            return negate(reached(test.amount));
        case model::AgeOperator::is_more_than:
            return reached(test.amount + 1);
        case model::AgeOperator::is_at_most:
            return negate(reached(test.amount + 1));
        case model::AgeOperator::is:
            return unless(reached(test.amount), reached(test.amount + 1));
        case model::AgeOperator::is_not:
            break;
    }
    return negate(unless(reached(test.amount), reached(test.amount + 1)));
}

bool holds(Number left, model::NumberOperator comparison, Number right) {
    switch (comparison) {
        case model::NumberOperator::is:
            return left == right;
        case model::NumberOperator::is_not:
            return left != right;
        case model::NumberOperator::is_at_least:
            return right <= left;
        case model::NumberOperator::is_more_than:
            return right < left;
        case model::NumberOperator::is_at_most:
            return left <= right;
        case model::NumberOperator::is_less_than:
            break;
    }
    return left < right;
}

}  // namespace

Truth truth_of(const model::ChoiceTest& test, const Answers& answers) {
    const Answer& answer = answers.at(test.fact);
    const bool counts = answer.presence == Presence::given && answer.evidence >= test.minimum;
    return counts ? truth(matches(test, answer.value)) : Truth::unknown;
}

Truth truth_of(const model::AgeTest& test, const Answers& answers) { return truth_of_age(test, answers); }

Truth truth_of(const model::AgeOnDayTest& test, const Answers& answers) { return truth_of_age(test, answers); }

Truth truth_of(const model::NumberTest& test, const Answers& answers) {
    const std::optional<Number> left = value_of(test.left, answers);
    const std::optional<Number> right = value_of(test.right, answers);
    return left && right ? truth(holds(*left, test.comparison, *right)) : Truth::unknown;
}

Truth truth_of(const model::DayTest& test, const Answers& answers) {
    const DateRange left = days_of(test.left, answers);
    const DateRange right = days_of(test.right, answers);
    return test.or_on ? is_on_or_before(left, right) : is_before(left, right);
}

Truth truth_of(const model::TermTest& test, const Answers& answers) {
    const Truth truth = definition_of(answers, test.term).truth;
    return test.negated ? negate(truth) : truth;
}

Truth truth_of(const model::ConditionGroup& group, const Answers& answers) {
    return truth_of_group(group, [&](const model::Condition& member) { return truth_of(member, answers); });
}

Truth truth_of(const model::Condition& condition, const Answers& answers) {
    return std::visit([&](const auto& form) { return truth_of(form, answers); }, condition.form);
}

Truth truth_if_asked(const std::optional<model::Condition>& condition, const Answers& answers) {
    return condition ? truth_of(*condition, answers) : Truth::yes;
}

}  // namespace pol::interpretation
