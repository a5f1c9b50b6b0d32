#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace pol::emission {

namespace {

std::string asked_test(const Context& context, const Reading& reading) {
    static constexpr const char* makers[] = {"asks",
                                             "asks_age",
                                             "asks_day",
                                             "asks_again",
                                             "asks_contradiction",
                                             "asks_field",
                                             "asks_exact_field",
                                             "asks_field_contradiction"};
    const std::string fact = context.fact(reading.fact);
    const char* maker = makers[static_cast<std::size_t>(reading.kind)];
    if (reading.kind >= Reading::Kind::contradiction ||
        (reading.kind == Reading::Kind::age && reading.minimum == Evidence::none))
        return fmt::format("{}({})", maker, fact);
    return fmt::format("{}({}, {})", maker, fact, evidence_name(reading.minimum));
}

/// A test of one fact of the request, unknown exactly where the fact does not count.
bool is_of_one_fact(const model::Policy& policy, const model::Condition& condition) {
    if (const auto* test = std::get_if<model::ChoiceTest>(&condition.form)) return !policy.facts[test->fact].list;
    const auto* term = std::get_if<model::TermTest>(&condition.form);
    const auto* body = term != nullptr ? std::get_if<model::Condition>(&policy.terms[term->term].body) : nullptr;
    return body != nullptr && is_of_one_fact(policy, *body);
}

bool is_told_by_its_facts(const Context& context, const model::Condition& condition) {
    const model::Policy& policy = context.policy;
    if (const auto* group = std::get_if<model::ConditionGroup>(&condition.form))
        return window_of(context, *group) ||
               std::all_of(group->members.begin(), group->members.end(),
                           [&](const model::Condition& member) { return is_of_one_fact(policy, member); });
    if (const auto* order = std::get_if<model::DayTest>(&condition.form)) return orders_plain_days(context, *order);
    const auto* age = std::get_if<model::AgeTest>(&condition.form);
    return age != nullptr ? !policy.facts[age->at].list : is_of_one_fact(policy, condition);
}

/// Only such a determination may be open although its condition is known.
bool has_exceptions(const model::Policy& policy, model::ClauseIndex clause) {
    return std::any_of(
        policy.determinations.begin(), policy.determinations.end(),
        [&](const model::Determination& one) { return one.clause == clause && !one.exceptions.empty(); });
}

}  // namespace

bool is_asked_by_its_facts(const Context& context, model::ClauseIndex clause) {
    const model::Condition* condition = context.conditions[clause];
    return condition != nullptr && context.only_if(clause) == nullptr && !has_exceptions(context.policy, clause) &&
           is_told_by_its_facts(context, *condition);
}

std::vector<std::string> asked_clauses(const Context& context) {
    std::vector<std::string> clauses;
    for (std::size_t i = 0; i < context.policy.clauses.size(); ++i) {
        const auto clause = static_cast<model::ClauseIndex>(i);
        if (is_asked_by_its_facts(context, clause))
            clauses.push_back(fmt::format("{{{}, {}}}", context.clause_number(clause), context.names.asks[i]));
    }
    return clauses;
}

std::vector<std::string> asked_tests(const Context& context, const std::vector<Reading>& readings) {
    std::vector<std::string> tests;
    for (const Reading& reading : readings) tests.push_back(asked_test(context, reading));
    return tests;
}

std::string unit_comment(const Context& context, const std::vector<Reading>& readings) {
    std::vector<std::string> units;
    for (const Reading& reading : readings) {
        const model::Fact& fact = context.policy.facts[reading.fact];
        if (fact.unit.empty()) continue;
        const std::string unit = fmt::format("{} in {}", comment(fact.name), comment(fact.unit));
        if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
    }
    return units.empty() ? std::string() : fmt::format("// {}\n", joined(units));
}

}  // namespace pol::emission
