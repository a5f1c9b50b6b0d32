#include "compiler/compare/steps_along.hpp"

#include "compiler/analyze/decimals.hpp"
#include "pol/number.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pol::comparison {

namespace {

constexpr std::int32_t days_back = 36'500;
constexpr std::int32_t days_ahead = 3'650;

/// Places along an axis, more of them close to where the answer is: windows are narrow.
std::vector<std::int64_t> places_of(const analysis::Axis& axis, const Answer& start) {
    std::vector<std::int64_t> places = axis.places();
    if (!axis.is_day) return places;
    const std::int64_t day = start.range.first.days;
    for (const std::int64_t away : {0, 1, 10, 40, 100, 200, 400, 1000})
        for (const std::int64_t place : {day - away, day + away})
            if (axis.first <= place && place <= axis.last) places.push_back(place);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// The number that is easiest to read in a span, near the step.
void add_simplest(const analysis::Axis& axis, const Answer& start, std::pair<std::int64_t, std::int64_t> span,
                  bool near_high, std::vector<Answer>& answers) {
    const auto end = [](std::int64_t place) { return analysis::End{number(place, power_of_ten(most_places)), true}; };
    const std::optional<Decimal> simplest = analysis::simplest_between(end(span.first), end(span.second), near_high);
    if (!simplest) return;
    answers.push_back(axis.moved(start, span.first));
    answers.back().number = *simplest;
}

}  // namespace

std::vector<analysis::Axis> axes_of(const model::Fact& fact, Date around) {
    std::vector<analysis::Axis> axes;
    const bool is_number = fact.type == FactType::number || fact.type == FactType::measurement;
    const bool has_day =
        fact.type == FactType::date || fact.type == FactType::partial_date || fact.type == FactType::measurement;
    if (is_number && fact.notation == Notation::amount) axes.push_back(analysis::numbers_of(fact));
    if (has_day) axes.push_back(analysis::days_between(add_days(around, -days_back), add_days(around, days_ahead)));
    return axes;
}

std::vector<Answer> steps_along(const model::Policy& policy, const std::vector<model::Condition>& conditions,
                                RequestRecord request, model::FactIndex fact, const Answer& start,
                                const analysis::Axis& axis) {
    std::vector<Answer> answers;
    const std::vector<std::int64_t> places = places_of(axis, start);
    for (const model::Condition& condition : conditions) {
        const auto truth_at = [&](std::int64_t place) {
            request.answers[fact] = axis.moved(start, place);
            return interpretation::truth_of(condition,
                                            interpretation::settled(policy, request.answers, request.entries));
        };
        Truth next = truth_at(places.front());
        for (std::size_t i = 0; i + 1 < places.size(); ++i) {
            std::int64_t before = places[i];
            std::int64_t behind = places[i + 1];
            const Truth first = std::exchange(next, truth_at(behind));
            if (first == next) continue;
            while (behind - before > 1) {
                const std::int64_t middle = before + (behind - before) / 2;
                (truth_at(middle) == first ? before : behind) = middle;
            }
            if (!axis.is_day) {
                add_simplest(axis, start, {places[i], before}, true, answers);
                add_simplest(axis, start, {behind, places[i + 1]}, false, answers);
            }
            answers.push_back(axis.moved(start, before));
            answers.push_back(axis.moved(start, behind));
        }
    }
    return answers;
}

}  // namespace pol::comparison
