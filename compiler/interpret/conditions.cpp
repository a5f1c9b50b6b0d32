#include "compiler/interpret/conditions.hpp"

#include "compiler/interpret/quantify.hpp"

#include <algorithm>
#include <variant>

namespace pol::interpretation {

namespace {

bool matches(const model::ChoiceTest& test, std::uint16_t value) {
    const bool listed = std::find(test.values.begin(), test.values.end(), value) != test.values.end();
    return test.comparison == model::ChoiceOperator::is_not ? !listed : listed;
}

}  // namespace

Truth truth_of(const model::ChoiceTest& test, const Answers& answers) {
    const Answer& answer = answers.at(test.fact);
    const bool counts = answer.presence == Presence::given && answer.evidence >= test.minimum;
    return counts ? truth(matches(test, answer.value)) : Truth::unknown;
}

Truth truth_of(const model::AgeTest& test, const Answers& answers) {
    const auto reached = [&](std::int32_t amount) {
        return age_is_at_least(answers.birth(), answers.date(test.at), amount, test.unit, answers.calendar);
    };
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

Truth truth_of(const model::ConditionGroup& group, const Answers& answers) {
    return truth_of_group(group, [&](const model::Condition& member) { return truth_of(member, answers); });
}

Truth truth_of(const model::Condition& condition, const Answers& answers) {
    return std::visit([&](const auto& form) { return truth_of(form, answers); }, condition.form);
}

}  // namespace pol::interpretation
