#include "compiler/analyze/steps.hpp"

#include "compiler/analyze/candidates.hpp"
#include "compiler/analyze/decimals.hpp"
#include "compiler/interpret/conditions.hpp"

#include <algorithm>
#include <utility>

namespace pol::analysis {

namespace {

/// A fact has so many telling answers at most, and so many seeded ones.
constexpr std::size_t most_telling = 16;
constexpr int seeded = 6;
constexpr int states_tried = 4;

bool same(const Answer& left, const Answer& right) {
    return left.presence == right.presence && left.evidence == right.evidence && left.value == right.value &&
           left.date == right.date && left.range == right.range && number(left.number) == number(right.number);
}

/// A place between two others where the truth still is that of the first, and the next one, where it is not.
template <class TruthAt>
std::pair<std::int64_t, std::int64_t> narrowed(std::int64_t before, std::int64_t behind, TruthAt truth_at) {
    const Truth first = truth_at(before);
    while (behind - before > 1) {
        const std::int64_t middle = before + (behind - before) / 2;
        (truth_at(middle) == first ? before : behind) = middle;
    }
    return {before, behind};
}

/// Answers at the two sides of a step; of numbers the simplest in the spans on both sides, too, and first.
std::vector<Answer> sides_of(const Axis& axis, const Answer& answer, std::pair<std::int64_t, std::int64_t> span,
                             std::pair<std::int64_t, std::int64_t> step) {
    std::vector<Answer> sides;
    const auto add_simplest = [&](std::int64_t low, std::int64_t high, bool near_high) {
        const auto end = [](std::int64_t place) { return End{number(place, power_of_ten(most_places)), true}; };
        const std::optional<Decimal> simplest = simplest_between(end(low), end(high), near_high);
        if (!simplest) return;
        sides.push_back(answer);
        sides.back().number = *simplest;
    };
    if (!axis.is_day) {
        add_simplest(span.first, step.first, true);
        add_simplest(step.second, span.second, false);
    }
    sides.push_back(axis.moved(answer, step.first));
    sides.push_back(axis.moved(answer, step.second));
    return sides;
}

}  // namespace

void add_answer(Variable& variable, const Answer& answer) {
    const bool known = std::any_of(variable.answers.begin(), variable.answers.end(),
                                   [&](const Answer& other) { return same(answer, other); });
    if (known) return;
    variable.answers.push_back(answer);
    variable.telling = variable.answers.size();
}

void StepSearch::search(const model::Condition& test) {
    std::vector<std::size_t> state(variables_.size(), 1);
    for (int i = 0; i < states_tried; ++i) {
        for (std::size_t variable = 0; variable < variables_.size(); ++variable)
            if (!axes_[variable].empty()) search(test, variable, state);
        state = random_state();
    }
}

void StepSearch::search(const model::Condition& test, std::size_t variable, const std::vector<std::size_t>& state) {
    std::vector<Answer> answers = answers_of(state);
    const Answer answer = std::exchange(answers[variables_[variable].fact], Answer{});
    // Known without the variable: the test does not read it.
    if (truth_of(test, answers) != Truth::unknown) return;
    answers[variables_[variable].fact] = answer;
    for (const Axis& axis : axes_[variable]) search(test, variable, axis, answers);
}

void StepSearch::search(const model::Condition& test, std::size_t variable, const Axis& axis,
                        std::vector<Answer> answers) {
    const FactIndex fact = variables_[variable].fact;
    const Answer answer = answers[fact];
    const auto truth_at = [&](std::int64_t place) {
        answers[fact] = axis.moved(answer, place);
        return truth_of(test, answers);
    };
    const std::vector<std::int64_t> places = axis.places();
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        if (truth_at(places[i]) == truth_at(places[i + 1])) continue;
        const auto step = narrowed(places[i], places[i + 1], truth_at);
        for (const Answer& side : sides_of(axis, answer, {places[i], places[i + 1]}, step))
            if (variables_[variable].telling <= most_telling) add_answer(variables_[variable], side);
    }
}

void StepSearch::add_seeded() {
    for (std::size_t i = 0; i < variables_.size(); ++i) {
        if (axes_[i].empty()) continue;
        Variable& variable = variables_[i];
        for (const Evidence level : variable.minimums) {
            if (level == variable.minimums.back()) continue;
            variable.answers.push_back(variable.answers[1]);
            variable.answers.back().evidence = level;
        }
        for (int count = 0; count < seeded; ++count) variable.answers.push_back(anywhere(variable, axes_[i]));
    }
}

Answer StepSearch::anywhere(const Variable& variable, const std::vector<Axis>& axes) {
    Answer answer = variable.answers[1 + random_() % (variable.telling - 1)];
    for (const Axis& axis : axes) {
        const std::vector<std::int64_t> places = axis.places();
        if (places.size() < 2) continue;
        const std::size_t span = random_() % (places.size() - 1);
        const auto width = static_cast<std::uint64_t>(places[span + 1] - places[span]);
        answer = axis.moved(answer, places[span] + static_cast<std::int64_t>(random_() % width));
    }
    return answer;
}

std::vector<Answer> StepSearch::answers_of(const std::vector<std::size_t>& state) const {
    std::vector<Answer> answers(policy_.facts.size());
    answers[index_of(BuiltinFact::birth_date)] = fixed_birth();
    for (std::size_t i = 0; i < state.size(); ++i) answers[variables_[i].fact] = variables_[i].answers[state[i]];
    return answers;
}

Truth StepSearch::truth_of(const model::Condition& test, const std::vector<Answer>& answers) const {
    return interpretation::truth_of(test, interpretation::settled(policy_, answers));
}

std::vector<std::size_t> StepSearch::random_state() {
    std::vector<std::size_t> state;
    for (const Variable& variable : variables_) state.push_back(1 + random_() % (variable.telling - 1));
    return state;
}

}  // namespace pol::analysis
