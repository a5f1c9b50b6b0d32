#include "compiler/analyze/variables.hpp"

#include <algorithm>
#include <variant>

namespace pol::analysis {

namespace {

constexpr Date birth_day = date_of(1900, 1, 1);

template <class Items, class Item, class Less>
void insert_sorted(Items& items, const Item& item, Less less) {
    const auto place = std::lower_bound(items.begin(), items.end(), item, less);
    if (place == items.end() || less(item, *place)) items.insert(place, item);
}

void add_threshold(Variable& age, AgeThreshold threshold) {
    if (threshold.months() <= 0) return;
    insert_sorted(age.thresholds, threshold,
                  [](const AgeThreshold& left, const AgeThreshold& right) { return left.months() < right.months(); });
}

Answer on_day(Date day) {
    Answer answer;
    answer.presence = Presence::given;
    answer.date = day;
    return answer;
}

/// Not given, too young for every threshold, and each threshold just reached.
std::vector<Answer> age_answers(const Variable& age, CalendarRules calendar) {
    std::vector<Answer> answers{Answer{}, on_day(birth_day)};
    for (const AgeThreshold& threshold : age.thresholds)
        answers.push_back(on_day(day_age_is_reached(birth_day, threshold.amount, threshold.unit, calendar)));
    return answers;
}

std::vector<Answer> choice_answers(const Variable& choice, const model::Fact& fact) {
    std::vector<Answer> answers{Answer{}};
    const std::size_t count = fact.type == FactType::yes_no ? 2 : fact.values.size();
    for (const Evidence level : choice.minimums)
        for (std::size_t value = 0; value < count; ++value) {
            Answer answer;
            answer.presence = Presence::given;
            answer.evidence = level;
            answer.value = static_cast<std::uint16_t>(value);
            answers.push_back(answer);
        }
    return answers;
}

}  // namespace

Answer fixed_birth() {
    Answer answer;
    answer.presence = Presence::given;
    answer.range = DateRange{.first = birth_day, .last = birth_day};
    return answer;
}

bool are_related(const model::Policy& policy, FactIndex left, FactIndex right) {
    const auto implies = [&](FactIndex implying, FactIndex implied) {
        const std::vector<FactIndex>& all = policy.facts[implying].implies;
        return std::find(all.begin(), all.end(), implied) != all.end();
    };
    return implies(left, right) || implies(right, left);
}

Variable& VariableCollector::variable(FactIndex fact, bool is_age) {
    const auto found = std::find_if(variables_.begin(), variables_.end(), [&](const Variable& known) {
        return known.fact == fact && known.is_age == is_age;
    });
    if (found != variables_.end()) return *found;
    variables_.push_back({.fact = fact, .is_age = is_age, .minimums = {}, .thresholds = {}, .answers = {}});
    return variables_.back();
}

void VariableCollector::read(const model::ChoiceTest& test) {
    insert_sorted(variable(test.fact, false).minimums, test.minimum, std::less<>());
}

void VariableCollector::read(const model::AgeTest& test) {
    Variable& age = variable(test.at, true);
    const bool only_above =
        test.comparison == model::AgeOperator::is_more_than || test.comparison == model::AgeOperator::is_at_most;
    const bool only_from =
        test.comparison == model::AgeOperator::is_at_least || test.comparison == model::AgeOperator::is_less_than;
    if (!only_above) add_threshold(age, {.amount = test.amount, .unit = test.unit});
    if (!only_from) add_threshold(age, {.amount = test.amount + 1, .unit = test.unit});
}

void VariableCollector::read(const model::ConditionGroup& group) {
    for (const model::Condition& member : group.members) add(member);
}

void VariableCollector::add(const model::Condition& condition) {
    std::visit([&](const auto& form) { read(form); }, condition.form);
}

void VariableCollector::add_determination(model::DeterminationIndex index) {
    const model::Determination& determination = prepared_.policy.determinations[index];
    if (determination.condition) add(*determination.condition);
    for (const model::DeterminationIndex exception : determination.exceptions) add_determination(exception);
}

void VariableCollector::add(const model::RequirementGroup& group) {
    for (const model::RequirementNode& node : group.members) {
        if (const auto* nested = std::get_if<model::RequirementGroup>(&node)) {
            add(*nested);
            continue;
        }
        const model::Requirement& requirement = prepared_.requirement(std::get<model::ClauseIndex>(node));
        std::visit([&](const auto& body) { add(body); }, requirement.body);
    }
}

std::vector<Variable> VariableCollector::variables() const {
    const model::Policy& policy = prepared_.policy;
    std::vector<Variable> ordered = variables_;
    for (Variable& variable : ordered)
        variable.answers = variable.is_age ? age_answers(variable, policy.calendar)
                                           : choice_answers(variable, policy.facts[variable.fact]);
    for (auto current = ordered.begin(); current != ordered.end(); ++current)
        std::stable_partition(current + 1, ordered.end(), [&](const Variable& later) {
            return !current->is_age && !later.is_age && are_related(policy, current->fact, later.fact);
        });
    return ordered;
}

}  // namespace pol::analysis
