#include "compiler/analyze/requests.hpp"

#include "compiler/analyze/axis.hpp"
#include "compiler/analyze/candidates.hpp"

#include <algorithm>

namespace pol::analysis {

namespace {

constexpr FactIndex birth_date = index_of(BuiltinFact::birth_date);

Answer given(std::size_t value) {
    Answer answer;
    answer.presence = Presence::given;
    answer.value = static_cast<std::uint16_t>(value);
    return answer;
}

/// The threshold that an answer to an age has reached; none for the one below all.
const AgeThreshold* reached_by(const Variable& age, std::size_t answer) {
    const std::size_t reached = (answer - 1) % (age.thresholds.size() + 1);
    return reached == 0 ? nullptr : &age.thresholds[reached - 1];
}

class Dates {
public:
    Dates(const model::Policy& policy, const std::vector<Variable>& variables, const std::vector<std::size_t>& state)
        : policy_(policy), variables_(variables), state_(state) {}

    /// From the selecting date to the birth, from there to all other dates.
    void fill_in(RequestRecord& request) const {
        const Date day = day_at(policy_, interpretation::TextTime::in_force);
        Answer& selecting = request.answers[policy_.selecting_fact];
        if (selecting.presence == Presence::not_given) selecting = on_day(given(0), day);
        const Date birth = birth_for(day);
        Answer& born = request.answers[birth_date];
        if (born.presence == Presence::not_given) born = on_day(given(0), birth);
        for (std::size_t i = 0; i < variables_.size(); ++i)
            if (variables_[i].is_age && state_[i] != 0 && variables_[i].fact != policy_.selecting_fact)
                request.answers[variables_[i].fact] = on_day(variables_[i].answers[state_[i]], date_of_age(i, birth));
    }

private:
    [[nodiscard]] Date birth_for(Date day) const {
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            if (!variables_[i].is_age || variables_[i].fact != policy_.selecting_fact || state_[i] == 0) continue;
            const AgeThreshold* reached = reached_by(variables_[i], state_[i]);
            return reached == nullptr ? day : latest_birth(policy_, *reached, day);
        }
        return latest_birth(policy_, {.amount = 40, .unit = AgeUnit::years}, day);
    }

    [[nodiscard]] Date date_of_age(std::size_t variable, Date birth) const {
        const AgeThreshold* reached = reached_by(variables_[variable], state_[variable]);
        if (reached == nullptr) return birth;
        return day_age_is_reached(birth, reached->amount, reached->unit, policy_.calendar);
    }

    const model::Policy& policy_;
    const std::vector<Variable>& variables_;
    const std::vector<std::size_t>& state_;
};

}  // namespace

RequestRecord request_of(const model::Policy& policy, model::LineIndex line, const std::vector<Variable>& variables,
                         const std::vector<std::size_t>& state) {
    RequestRecord request;
    request.answers.resize(policy.facts.size());
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (!variables[i].is_age) request.answers[variables[i].fact] = variables[i].answers[state[i]];
        if (variables[i].entries.empty()) continue;
        const std::vector<EntryRecord>& entries = variables[i].entries[state[i]];
        request.entries.insert(request.entries.end(), entries.begin(), entries.end());
    }
    const auto listed = std::find_if(policy.benefits.begin(), policy.benefits.end(),
                                     [](const model::Benefit& benefit) { return benefit.listed; });
    const auto give = [&](BuiltinFact fact, std::size_t value) {
        Answer& answer = request.answers[index_of(fact)];
        if (answer.presence == Presence::not_given) answer = given(value);
    };
    give(BuiltinFact::line_of_business, line);
    give(BuiltinFact::benefit,
         listed == policy.benefits.end() ? 0 : static_cast<std::size_t>(listed - policy.benefits.begin()));
    give(BuiltinFact::request, 0);
    Dates(policy, variables, state).fill_in(request);
    return request;
}

Date latest_birth(const model::Policy& policy, const AgeThreshold& age, Date on) {
    Date birth = add_days(add_months(on, -age.months(), policy.calendar.short_months), 3);
    while (day_age_is_reached(birth, age.amount, age.unit, policy.calendar) > on) birth = add_days(birth, -1);
    return birth;
}

}  // namespace pol::analysis
