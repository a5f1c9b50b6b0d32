#include "compiler/analyze/ages.hpp"

#include "compiler/analyze/axis.hpp"
#include "compiler/analyze/candidates.hpp"
#include "compiler/analyze/value_words.hpp"

#include <algorithm>

namespace pol::analysis {

namespace {

/// With fewer ages one is not few.
constexpr std::int32_t fewest_ages = 3;

/// What a member says who has just completed so many years or months at the date.
Truth truth_at(const Space& space, const Subject& subject, const Variable& age, std::int32_t amount, AgeUnit unit) {
    const model::Policy& policy = space.prepared().policy;
    const Answer birth = fixed_birth();
    Answer date;
    date.presence = Presence::given;
    date.evidence = age.minimums.back();
    std::vector<Answer> answers(policy.facts.size());
    answers[index_of(BuiltinFact::birth_date)] = birth;
    answers[age.fact] = on_day(date, day_age_is_reached(birth.date, amount, unit, policy.calendar));
    return subject.truth(space.seen(interpretation::settled(policy, std::move(answers))));
}

}  // namespace

std::optional<OneAge> only_age(const Space& space, const Subject& subject, const model::LineOfBusiness::Age& under) {
    const std::vector<Variable> variables = space.listed_variables_of({&subject});
    const bool reads_age_alone = variables.size() == 1 && variables.front().is_age &&
                                 variables.front().fact == space.prepared().policy.selecting_fact;
    if (!reads_age_alone || under.amount < fewest_ages) return std::nullopt;
    std::vector<std::int32_t> holding, failing;
    for (std::int32_t age = 0; age < under.amount; ++age) {
        const Truth truth = truth_at(space, subject, variables.front(), age, under.unit);
        (truth == Truth::yes ? holding : failing).push_back(age);
    }
    const bool holds = holding.size() == 1;
    if (!holds && failing.size() != 1) return std::nullopt;
    return OneAge{.holds = holds, .words = words_for_age(holds ? holding.front() : failing.front(), under.unit)};
}

}  // namespace pol::analysis
