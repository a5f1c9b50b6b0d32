#include "compiler/analyze/candidates.hpp"

#include "compiler/analyze/axis.hpp"
#include "compiler/analyze/decimals.hpp"
#include "compiler/analyze/notations.hpp"
#include "compiler/analyze/steps.hpp"

#include <algorithm>
#include <utility>

namespace pol::analysis {

namespace {

using interpretation::TextTime;

constexpr Date birth_day = date_of(1900, 1, 1);
constexpr FactIndex birth_date = index_of(BuiltinFact::birth_date);

/// How far from a day of the text other days are looked for.
constexpr std::int32_t days_back = 60 * 365;
constexpr std::int32_t days_ahead = 10 * 365;
constexpr std::int32_t days_lived = 110 * 365;

Answer given(Evidence level) {
    Answer answer;
    answer.presence = Presence::given;
    answer.evidence = level;
    return answer;
}

/// Chooses answers for one variable, without those that only the tests of others tell.
class Chooser {
public:
    Chooser(const model::Policy& policy, TextTime time) : policy_(policy), time_(time) {}

    void choose(Variable& variable) const {
        variable.answers = {Answer{}};
        if (variable.is_age)
            add_ages(variable);
        else
            add_values(variable);
        variable.telling = variable.answers.size();
    }

    [[nodiscard]] std::vector<Axis> axes_of(const Variable& variable) const {
        std::vector<Axis> axes;
        if (variable.is_finite) return axes;
        const model::Fact& fact = policy_.facts[variable.fact];
        const bool is_number = fact.type == FactType::number || fact.type == FactType::measurement;
        if (is_number && fact.notation == Notation::amount) axes.push_back(numbers_of(fact));
        if (variable.reads_day) axes.push_back(days_of(variable.fact));
        return axes;
    }

private:
    /// Too young for every threshold, and each threshold just reached.
    void add_ages(Variable& age) const {
        for (const Evidence level : age.minimums) {
            age.answers.push_back(on_day(given(level), birth_day));
            for (const AgeThreshold& threshold : age.thresholds)
                age.answers.push_back(on_day(
                    given(level), day_age_is_reached(birth_day, threshold.amount, threshold.unit, policy_.calendar)));
        }
    }

    /// Of variables that are not finite only the strongest answers are looked for.
    void add_values(Variable& variable) const {
        for (const Evidence level : variable.minimums)
            if (variable.is_finite || level == variable.minimums.back()) add_values(variable, level);
    }
    void add_values(Variable& variable, Evidence level) const {
        const model::Fact& fact = policy_.facts[variable.fact];
        switch (fact.type) {
            case FactType::yes_no:
                add_choices(variable, level, 2);
                break;
            case FactType::one_of:
                add_choices(variable, level, fact.values.size());
                break;
            case FactType::date:
            case FactType::partial_date:
                variable.answers.push_back(on_day(given(level), usual_day(variable.fact)));
                break;
            case FactType::number:
            case FactType::measurement:
                add_numbers(variable, level);
                break;
            case FactType::list:
                variable.answers.push_back(given(level));
                break;
        }
    }

    static void add_choices(Variable& variable, Evidence level, std::size_t count) {
        for (std::size_t value = 0; value < count; ++value) {
            variable.answers.push_back(given(level));
            variable.answers.back().value = static_cast<std::uint16_t>(value);
        }
    }

    /// On every limit and on both sides of it, as far as a request can carry such numbers.
    void add_numbers(Variable& variable, Evidence level) const {
        const model::Fact& fact = policy_.facts[variable.fact];
        if (fact.notation != Notation::amount) return add_written(variable, level);
        End low{number(fact.least), true};
        for (const Number& limit : variable.limits) {
            if (limit < number(fact.least) || number(fact.most) < limit) continue;
            add_between(variable, level, low, {limit, false});
            add_between(variable, level, {limit, true}, {limit, true});
            low = {limit, false};
        }
        add_between(variable, level, low, {number(fact.most), true});
    }

    void add_written(Variable& variable, Evidence level) const {
        for (const std::int64_t value : telling_values(policy_.facts[variable.fact], variable.limits))
            add_number(variable, level, {.digits = value, .places = 0});
    }

    void add_between(Variable& variable, Evidence level, const End& low, const End& high) const {
        const bool is_last = high.included;
        const std::optional<Decimal> one = simplest_between(low, high, !is_last);
        if (!one) return;
        add_number(variable, level, *one);
        if (variable.is_finite) return;
        const std::optional<Decimal> other = simplest_between(low, high, is_last);
        if (other && number(*other) != number(*one)) add_number(variable, level, *other);
    }

    void add_number(Variable& variable, Evidence level, Decimal value) const {
        Answer answer = given(level);
        if (policy_.facts[variable.fact].type == FactType::measurement) answer = on_day(answer, day_at(policy_, time_));
        answer.number = value;
        variable.answers.push_back(answer);
    }

    [[nodiscard]] Date usual_day(FactIndex fact) const {
        const Date day = day_at(policy_, time_);
        return fact == birth_date ? add_months(day, -480, policy_.calendar.short_months) : day;
    }

    /// Days of the selecting date lie at the time of the text; others may lie anywhere around it.
    [[nodiscard]] Axis days_of(FactIndex fact) const {
        const Date day = day_at(policy_, time_);
        if (fact == birth_date) return days_between(add_days(day, -days_lived), day);
        Date first = add_days(day, -days_back);
        Date last = add_days(day, days_ahead);
        if (fact == policy_.selecting_fact) {
            if (time_ == TextTime::before) last = add_days(policy_.text_from, -1);
            if (time_ == TextTime::in_force) first = policy_.text_from;
            if (time_ == TextTime::in_force && policy_.text_through) last = std::min(last, *policy_.text_through);
            if (time_ == TextTime::after) first = day;
        }
        return days_between(first, last);
    }

    const model::Policy& policy_;
    TextTime time_;
};

/// Measurements in windows: every number found with every day found, as far as these are few.
void combine(Variable& variable) {
    constexpr std::size_t most_answers = 32;
    const std::vector<Answer> found(variable.answers.begin() + 1, variable.answers.end());
    for (const Answer& one : found)
        for (const Answer& other : found) {
            if (variable.answers.size() > most_answers) return;
            Answer both = one;
            both.range = other.range;
            both.date = other.date;
            add_answer(variable, both);
        }
}

/// Steps of one test may show only with answers that those of another have told.
constexpr int rounds = 2;

}  // namespace

Answer fixed_birth() { return on_day(given(Evidence::none), birth_day); }

Date day_at(const model::Policy& policy, TextTime time) {
    if (time == TextTime::before) return add_days(policy.text_from, -1);
    if (time == TextTime::after) return add_days(policy.text_through.value_or(policy.text_from), 1);
    const Date later = add_days(policy.text_from, 365);
    return policy.text_through && *policy.text_through < later ? policy.text_from : later;
}

std::vector<Variable> with_listed_answers(const model::Policy& policy, std::vector<Variable> variables, TextTime time) {
    const Chooser chooser(policy, time);
    for (Variable& variable : variables) {
        variable.answers = {Answer{}};
        variable.telling = 1;
        if (variable.is_finite) chooser.choose(variable);
    }
    std::stable_partition(variables.begin(), variables.end(),
                          [](const Variable& variable) { return variable.is_finite; });
    return variables;
}

std::vector<Variable> with_answers(const model::Policy& policy, std::vector<Variable> variables,
                                   const std::vector<model::Condition>& steps, TextTime time) {
    const Chooser chooser(policy, time);
    std::vector<std::vector<Axis>> axes;
    for (Variable& variable : variables) {
        chooser.choose(variable);
        axes.push_back(chooser.axes_of(variable));
    }
    StepSearch search(policy, variables, std::move(axes));
    for (int round = 0; round < rounds; ++round)
        for (const model::Condition& step : steps) search.search(step);
    for (Variable& variable : variables)
        if (policy.facts[variable.fact].type == FactType::measurement && variable.reads_day) combine(variable);
    search.add_seeded();
    return variables;
}

}  // namespace pol::analysis
