#include "compiler/interpret/interpreter.hpp"
#include "tests/support/real_policy.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace pol;
using namespace pol::testing;

namespace {

/// A fact with all it can be for conditions: not given (0), then its values with enough evidence.
struct Axis {
    model::FactIndex fact = 0;
    std::vector<Answer> answers;
};

/// Every state of the facts that one route reads. States are numbers in mixed radix over the axes.
class Space {
public:
    Space(const model::Policy& policy, const RequestBuilder& route, const std::vector<const char*>& names)
        : policy_(policy), route_(route.record()) {
        for (const char* name : names) axes_.push_back(axis(policy, name));
        std::size_t stride = 1;
        for (const Axis& one : axes_) {
            strides_.push_back(stride);
            stride *= one.answers.size();
        }
        size_ = stride;
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t axis_count() const { return axes_.size(); }
    [[nodiscard]] const Axis& axis_at(std::size_t axis) const { return axes_[axis]; }
    [[nodiscard]] std::size_t choice(std::size_t state, std::size_t axis) const {
        return state / strides_[axis] % axes_[axis].answers.size();
    }
    /// The state with an axis that is not given moved to one of its values.
    [[nodiscard]] std::size_t with(std::size_t state, std::size_t axis, std::size_t value) const {
        return state + value * strides_[axis];
    }

    [[nodiscard]] RequestRecord request(std::size_t state) const {
        RequestRecord request = route_;
        for (std::size_t i = 0; i < axes_.size(); ++i)
            request.answers[axes_[i].fact] = axes_[i].answers[choice(state, i)];
        return request;
    }

    [[nodiscard]] bool is_consistent(std::size_t state) const {
        const auto answers = interpretation::settled(policy_, request(state).answers);
        return std::none_of(answers.facts.begin(), answers.facts.end(),
                            [](const Answer& answer) { return answer.presence == Presence::in_conflict; });
    }

private:
    static Axis axis(const model::Policy& policy, const std::string& name) {
        RequestBuilder values(policy);
        values.evidence(Evidence::documented);
        Axis axis{.fact = 0, .answers = {Answer{}}};
        while (policy.facts[axis.fact].name != name) ++axis.fact;
        const model::Fact& fact = policy.facts[axis.fact];
        std::vector<std::string> names;
        for (const model::Value& value : fact.values) names.push_back(value.name);
        if (fact.type == FactType::yes_no) names = {"no", "yes"};
        if (fact.type == FactType::partial_date) names = {"1974-05-02", "2015-01-01"};
        for (const std::string& value : names)
            axis.answers.push_back(values.set(name, value).record().answers[axis.fact]);
        return axis;
    }

    const model::Policy& policy_;
    RequestRecord route_;
    std::vector<Axis> axes_;
    std::vector<std::size_t> strides_;
    std::size_t size_ = 0;
};

/// What each state can still become, worked out from the complete states alone, without the question walk.
class Relevance {
public:
    Relevance(const Space& space, const Interpreter& interpreter)
        : space_(space), outcomes_(space.size(), 0), relevant_(space.size(), 0) {
        // A state with a value in place of a missing answer has a higher number, so its row is ready.
        for (std::size_t state = space.size(); state-- > 0;) fill(state, interpreter);
    }

    /// Axes whose answer can still change the result, as bits. Nothing for a state in conflict.
    [[nodiscard]] std::uint32_t relevant(std::size_t state) const { return relevant_[state]; }
    /// Outcomes of the completions, as bits; none for a state in conflict.
    [[nodiscard]] std::uint32_t outcomes(std::size_t state) const { return outcomes_[state]; }

private:
    void fill(std::size_t state, const Interpreter& interpreter) {
        if (!space_.is_consistent(state)) return;
        bool complete = true;
        for (std::size_t axis = 0; axis < space_.axis_count(); ++axis) {
            if (space_.choice(state, axis) != 0) continue;
            complete = false;
            fill_from(state, axis);
        }
        if (complete) outcomes_[state] = 1U << static_cast<int>(interpreter.interpret(space_.request(state)).outcome);
    }

    void fill_from(std::size_t state, std::size_t axis) {
        const std::uint32_t known = outcomes_[state];
        std::uint32_t shared = ~0U;
        std::uint32_t united = 0;
        for (std::size_t value = 1; value < space_.axis_at(axis).answers.size(); ++value) {
            const std::size_t next = space_.with(state, axis, value);
            if (outcomes_[next] == 0) continue;
            shared &= outcomes_[next];
            united |= outcomes_[next];
            relevant_[state] |= relevant_[next];
        }
        outcomes_[state] = known | united;
        // With nothing else missing, two values that differ make the difference; otherwise a completion shows it.
        if (shared != united && is_last_missing(state, axis)) relevant_[state] |= 1U << axis;
    }

    [[nodiscard]] bool is_last_missing(std::size_t state, std::size_t axis) const {
        for (std::size_t other = 0; other < space_.axis_count(); ++other)
            if (other != axis && space_.choice(state, other) == 0) return false;
        return true;
    }

    const Space& space_;
    std::vector<std::uint32_t> outcomes_;
    std::vector<std::uint32_t> relevant_;
};

struct Count {
    std::size_t consistent = 0;
    std::size_t compared = 0;
    std::size_t other_results = 0;
    std::size_t other_questions = 0;
};

std::uint32_t asked_axes(const Space& space, const DecisionRecord& decision) {
    std::uint32_t asked = 0;
    for (const QuestionRecord& question : decision.questions)
        for (std::size_t axis = 0; axis < space.axis_count(); ++axis)
            if (space.axis_at(axis).fact == question.fact) asked |= 1U << axis;
    return asked;
}

std::uint32_t possible_outcomes(const DecisionRecord& decision) {
    std::uint32_t outcomes = 0;
    for (const ResultRecord& record : decision.results) outcomes |= 1U << static_cast<int>(record.result.outcome);
    return outcomes;
}

/// Compares every `step`-th state. The step shares no factor with the sizes of the axes, so it visits all values.
Count compare(const Space& space, const Interpreter& interpreter, std::size_t step) {
    const Relevance relevance(space, interpreter);
    Count count;
    for (std::size_t state = 0; state < space.size(); ++state) {
        if (relevance.outcomes(state) == 0) continue;
        ++count.consistent;
        if (state % step != 0) continue;
        ++count.compared;
        const DecisionRecord decision = interpreter.interpret(space.request(state));
        if (possible_outcomes(decision) != relevance.outcomes(state)) ++count.other_results;
        if (asked_axes(space, decision) != relevance.relevant(state)) ++count.other_questions;
    }
    return count;
}

/// POL_EXHAUSTIVE=1 in the environment compares every state of every fact.
bool is_exhaustive() { return std::getenv("POL_EXHAUSTIVE") != nullptr; }

void expect_exact(const model::Policy& policy, const RequestBuilder& route, std::vector<const char*> facts,
                  const std::vector<const char*>& more_facts) {
    if (is_exhaustive()) facts.insert(facts.begin(), more_facts.begin(), more_facts.end());
    const Space space(policy, route, facts);
    const std::size_t step = is_exhaustive() ? 1 : 7;
    const Count count = compare(space, Interpreter(policy), step);
    MESSAGE(count.consistent << " consistent states, " << count.compared << " compared");
    CHECK(count.compared >= count.consistent / (2 * step));
    CHECK(count.other_results == 0);
    CHECK(count.other_questions == 0);
}

}  // namespace

TEST_CASE("a first request asks exactly what can still change its result") {
    const model::Policy policy = real_policy("qalsody");
    expect_exact(policy, qalsody_base(policy).set("consulted_specialty", "nobody"),
                 {"contract_excludes", "indication", "mdrp_participating", "prescriber_specialty", "birth_date",
                  "diagnosis", "sod1_mutation", "weakness_from_als", "tracheostomy", "trach_aspiration_only"},
                 {"consulted_specialty"});
}

TEST_CASE("a renewal asks exactly what can still change its result") {
    const model::Policy policy = real_policy("qalsody");
    const RequestBuilder renewal = qalsody_base(policy)
                                       .set("request", "renewal")
                                       .set("first_start", "2026-06-01")
                                       .set("date_of_service", "2027-01-04");
    expect_exact(policy, renewal,
                 {"indication", "birth_date", "diagnosis", "sod1_mutation", "weakness_from_als", "tracheostomy",
                  "trach_aspiration_only", "invasive_ventilation", "continues_to_benefit"},
                 {"contract_excludes", "mdrp_participating", "prescriber_specialty", "consulted_specialty"});
}

TEST_CASE("a commercial request asks exactly what can still change its result") {
    const model::Policy policy = real_policy("qalsody");
    expect_exact(policy, qalsody_base(policy).set("line_of_business", "commercial_group"),
                 {"contract_excludes", "diagnosis", "sod1_mutation", "birth_date"}, {});
}
