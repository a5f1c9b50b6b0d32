#include "compiler/interpret/terms.hpp"

#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/days.hpp"
#include "compiler/interpret/values.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

Definition with_value(std::optional<Number> value) {
    Definition definition;
    definition.value = value;
    return definition;
}
Definition with_days(DateRange days) {
    Definition definition;
    definition.days = days;
    return definition;
}

Definition define(const model::Condition& body, const Answers& answers) {
    Definition definition;
    definition.truth = truth_of(body, answers);
    return definition;
}
Definition define(const model::Expression& body, const Answers& answers) { return with_value(value_of(body, answers)); }
Definition define(const std::vector<model::Case>& cases, const Answers& answers) {
    return with_value(value_of(cases, 0, answers));
}
Definition define(const model::Selection& selection, const Answers& answers) {
    return with_value(value_of(selection, answers));
}
Definition define(const model::Day& body, const Answers& answers) { return with_days(days_of(body, answers)); }
Definition define(const std::vector<model::DayCase>& cases, const Answers& answers) {
    return with_days(days_of(cases, 0, answers));
}

}  // namespace

const Definition& definition_of(const Answers& answers, model::TermIndex term) {
    std::optional<Definition>& known = answers.terms[term];
    if (!known)
        known = std::visit([&](const auto& body) { return define(body, answers); }, answers.policy->terms[term].body);
    return *known;
}

void forget_terms(Answers& answers) { answers.terms.assign(answers.policy->terms.size(), std::nullopt); }

}  // namespace pol::interpretation
