#pragma once

#include "compiler/analyze/axis.hpp"
#include "compiler/analyze/variables.hpp"

#include <random>
#include <vector>

namespace pol::analysis {

/// Makes an answer one of the telling ones, unless it is there already.
void add_answer(Variable& variable, const Answer& answer);

/// Finds telling answers for variables that are not finite: those between which a test changes its truth, with the
/// other variables at some of their answers. Finds what it can; nothing is proved by what it does not find.
class StepSearch {
public:
    /// `axes` are those of each variable; finite variables have none. Every variable has a telling answer already.
    StepSearch(const model::Policy& policy, std::vector<Variable>& variables, std::vector<std::vector<Axis>> axes)
        : policy_(policy), variables_(variables), axes_(std::move(axes)) {}

    /// Adds the answers on both sides of every step found of a test.
    void search(const model::Condition& test);
    /// Adds answers from anywhere, and weaker ones, behind the telling ones.
    void add_seeded();

private:
    void search(const model::Condition& test, std::size_t variable, const std::vector<std::size_t>& state);
    void search(const model::Condition& test, std::size_t variable, const Axis& axis, std::vector<Answer> answers);
    [[nodiscard]] Answer anywhere(const Variable& variable, const std::vector<Axis>& axes);
    [[nodiscard]] std::vector<Answer> answers_of(const std::vector<std::size_t>& state) const;
    [[nodiscard]] Truth truth_of(const model::Condition& test, const std::vector<Answer>& answers) const;
    [[nodiscard]] std::vector<std::size_t> random_state();

    const model::Policy& policy_;
    std::vector<Variable>& variables_;
    std::vector<std::vector<Axis>> axes_;
    std::mt19937_64 random_{127};
};

}  // namespace pol::analysis
