#include "compiler/advise/advice_words.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/compare/member_words.hpp"
#include "pol/date_text.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

namespace pol::advise {

namespace {

using model::ClauseIndex;
using model::Condition;
using model::FactIndex;

/// One fact of a request as a scenario states it.
std::string piece(const model::Policy& policy, const RequestRecord& request, FactIndex fact) {
    RequestRecord alone;
    alone.answers.resize(policy.facts.size());
    alone.answers[fact] = request.answers[fact];
    for (const EntryRecord& entry : request.entries)
        if (entry.list == fact) alone.entries.push_back(entry);
    const std::vector<std::string> words = comparison::member_words(policy, alone);
    return words.empty() ? policy.facts[fact].name + " not given" : words.back();
}

const Condition* condition_of(const model::Policy& policy, ClauseIndex clause) {
    for (const model::Determination& determination : policy.determinations)
        if (determination.clause == clause && determination.condition) return &*determination.condition;
    for (const model::Requirement& requirement : policy.requirements)
        if (requirement.clause == clause) return std::get_if<Condition>(&requirement.body);
    return nullptr;
}

void find_ages(const Condition& condition, std::vector<model::AgeTest>& ages) {
    if (const auto* age = std::get_if<model::AgeTest>(&condition.form)) ages.push_back(*age);
    if (const auto* group = std::get_if<model::ConditionGroup>(&condition.form))
        for (const Condition& member : group->members) find_ages(member, ages);
}

std::int32_t age_on(const model::Policy& policy, Date birth, Date on, AgeUnit unit) {
    std::int32_t age = 0;
    while (has_reached_age(birth, on, age + 1, unit, policy.calendar)) ++age;
    return age;
}

}  // namespace

std::string words_for(const model::Policy& policy, const RequestRecord& request, const Change& change) {
    const RequestRecord next = changed(request, change);
    const std::string words = piece(policy, next, change.fact);
    const bool has_level =
        policy.facts[change.fact].source == FactSource::provider && change.answer.evidence > Evidence::claimed;
    return has_level ? fmt::format("{} {}", words, pol::words_of(change.answer.evidence)) : words;
}

std::string stated_words(const model::Policy& policy, const RequestRecord& request, FactIndex fact) {
    const std::string words = piece(policy, request, fact);
    const Answer& answer = request.answers[fact];
    const bool has_level = answer.presence == Presence::given && answer.evidence != Evidence::none;
    return has_level ? fmt::format("{} {}", words, pol::words_of(answer.evidence)) : words;
}

std::string outcome_words(const model::Policy& policy, const DecisionRecord& decision) {
    if (decision.outcome != Outcome::approved) return comparison::decision_words(policy, decision);
    const Period period = decision.results.front().result.period;
    return fmt::format("approved from {} through {}", iso_text(period.from), iso_text(period.through));
}

const char* words_for(Means means) {
    switch (means) {
        case Means::supply:
            return "supply";
        case Means::measure_anew:
            return "measure again";
        case Means::add_entry:
            return "add";
        case Means::later:
            return "wait";
        case Means::otherwise:
            return "otherwise";
        case Means::fixed:
            break;
    }
    return "fixed";
}

std::string condition_words(const model::Policy& policy, ClauseIndex clause) {
    const Condition* condition = condition_of(policy, clause);
    return condition == nullptr ? std::string() : analysis::words_for_condition(policy, *condition);
}

std::vector<std::string> age_words(const model::Policy& policy, const RequestRecord& request, ClauseIndex clause) {
    std::vector<model::AgeTest> ages;
    if (const Condition* condition = condition_of(policy, clause)) find_ages(*condition, ages);
    std::vector<std::string> words;
    const Answer& birth = request.answers[index_of(BuiltinFact::birth_date)];
    for (const model::AgeTest& age : ages) {
        const Answer& on = request.answers[age.at];
        if (birth.presence != Presence::given || on.presence != Presence::given || !is_exact(birth.range)) continue;
        const Date day = policy.facts[age.at].type == FactType::date ? on.date : on.range.first;
        const std::int32_t reached = age_on(policy, birth.range.first, day, age.unit);
        words.push_back(fmt::format("{} old on {}", analysis::words_for_age(reached, age.unit), iso_text(day)));
    }
    return words;
}

}  // namespace pol::advise
