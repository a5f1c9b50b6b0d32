#include "compiler/analyze/variants.hpp"

#include "compiler/analyze/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::analysis {

namespace {

using model::Condition;
using model::ConditionGroup;
using model::Quantifier;

Condition group_of_two(Quantifier quantifier, Condition one, Condition other) {
    ConditionGroup group{.quantifier = quantifier, .count = 0, .members = {}};
    group.members.push_back(std::move(one));
    group.members.push_back(std::move(other));
    return {std::move(group)};
}

/// That a fact which the asked one implies is yes, where it is asked to be yes.
std::optional<Condition> premise_of(const model::Policy& policy, const Condition& asked) {
    const auto* test = std::get_if<model::ChoiceTest>(&asked.form);
    if (test == nullptr || policy.facts[test->fact].type != FactType::yes_no) return std::nullopt;
    const bool asks_for_yes =
        test->comparison != model::ChoiceOperator::is_not && test->values == std::vector<std::uint16_t>{1};
    const std::vector<model::FactIndex>& implied = policy.facts[test->fact].implies;
    if (!asks_for_yes || implied.empty()) return std::nullopt;
    model::ChoiceTest premise = *test;
    premise.fact = implied.front();
    return Condition{std::move(premise)};
}

}  // namespace

void add_variants(const PreparedPolicy& prepared, model::ClauseIndex clause, std::size_t subject,
                  std::vector<Variant>& variants) {
    const model::Policy& policy = prepared.policy;
    const model::Requirement& requirement = prepared.requirement(clause);
    const auto* asked = std::get_if<Condition>(&requirement.body);
    if (asked == nullptr) return;
    const std::string& id = policy.clauses[clause].id;
    const auto add_both = [&](const Condition& premise, const Condition& conclusion) {
        variants.push_back({fmt::format("{} asked of everybody, with `{}`", id, words_for_condition(policy, premise)),
                            subject, subject_of(group_of_two(Quantifier::all_of, premise, conclusion))});
    };
    if (requirement.only_if) return add_both(*requirement.only_if, *asked);
    const auto* group = std::get_if<ConditionGroup>(&asked->form);
    if (group != nullptr && group->quantifier == Quantifier::if_then)
        return add_both(group->members.front(), group->members.back());
    if (const std::optional<Condition> premise = premise_of(policy, *asked))
        variants.push_back({fmt::format("{} asked only if `{}`", id, words_for_condition(policy, *premise)), subject,
                            subject_of(group_of_two(Quantifier::if_then, *premise, *asked))});
}

}  // namespace pol::analysis
