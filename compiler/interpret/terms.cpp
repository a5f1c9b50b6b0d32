#include "compiler/interpret/terms.hpp"

#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/values.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

Definition define(const model::Condition& body, const Answers& answers) {
    return {.truth = truth_of(body, answers), .value = std::nullopt};
}
Definition define(const model::Expression& body, const Answers& answers) { return {.value = value_of(body, answers)}; }
Definition define(const std::vector<model::Case>& cases, const Answers& answers) {
    return {.value = value_of(cases, 0, answers)};
}

Definition define(const model::Selection& selection, const Answers& answers) {
    return {.value = value_of(selection, answers)};
}

}  // namespace

void define_terms(Answers& answers) {
    answers.terms.clear();
    answers.terms.reserve(answers.policy->terms.size());
    for (const model::Term& term : answers.policy->terms)
        answers.terms.push_back(std::visit([&](const auto& body) { return define(body, answers); }, term.body));
}

}  // namespace pol::interpretation
