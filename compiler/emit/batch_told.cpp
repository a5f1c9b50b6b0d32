#include "compiler/emit/batch.hpp"
#include "compiler/source/overloaded.hpp"

#include <variant>

namespace pol::emission {

namespace {

/// Of a whole and its parts: all, nothing, or some of it.
class Parts {
public:
    void add(Told part) {
        none_ = none_ && part == Told::not_at_all;
        all_ = all_ && part == Told::whole;
    }
    [[nodiscard]] Told together() const { return all_ ? Told::whole : none_ ? Told::not_at_all : Told::in_part; }

private:
    bool none_ = true;
    bool all_ = true;
};

Told when(bool told) { return told ? Told::whole : Told::not_at_all; }

bool is_choice(const model::Fact& fact) { return fact.type == FactType::yes_no || fact.type == FactType::one_of; }
bool is_date(const model::Fact& fact) { return fact.type == FactType::date || fact.type == FactType::partial_date; }

/// An age counts on a date of the request that is exact and has no bound.
Told told(const model::Policy& policy, const model::AgeTest& test) {
    const model::Fact& at = policy.facts[test.at];
    return when(at.type == FactType::date && at.source != FactSource::provider && !at.not_before && !at.list);
}

Told told(const model::Policy& policy, const model::TermTest& test) {
    const auto* body = std::get_if<model::Condition>(&policy.terms[test.term].body);
    return body != nullptr ? told_in_planes(policy, *body) : Told::not_at_all;
}

Told told(const model::Policy& policy, const model::ConditionGroup& group) {
    Parts parts;
    for (const model::Condition& member : group.members) parts.add(told_in_planes(policy, member));
    return parts.together();
}

void read(const Context& context, const model::Condition* condition, std::vector<bool>& facts) {
    if (condition == nullptr || told_in_planes(context.policy, *condition) == Told::not_at_all) return;
    for (const Reading& reading : readings_of(context.policy, *condition)) {
        const model::Fact& fact = context.policy.facts[reading.fact];
        if (fact.list || (!is_choice(fact) && !is_date(fact))) continue;
        facts[reading.fact] = true;
        if (reading.kind == Reading::Kind::age) facts[index_of(BuiltinFact::birth_date)] = true;
    }
}

}  // namespace

Told told_in_planes(const model::Policy& policy, const model::Condition& condition) {
    return std::visit(overloaded{
                          [&](const model::ChoiceTest& test) { return when(!policy.facts[test.fact].list); },
                          [&](const model::AgeTest& test) { return told(policy, test); },
                          [&](const model::TermTest& test) { return told(policy, test); },
                          [&](const model::ConditionGroup& group) { return told(policy, group); },
                          [](const model::AgeOnDayTest&) { return Told::not_at_all; },
                          [](const model::NumberTest&) { return Told::not_at_all; },
                          [](const model::DayTest&) { return Told::not_at_all; },
                          [](const model::CountTest&) { return Told::not_at_all; },
                      },
                      condition.form);
}

Told told_in_planes(const Context& context, model::ClauseIndex clause) {
    Parts parts;
    if (const model::Condition* only_if = context.only_if(clause)) parts.add(told_in_planes(context.policy, *only_if));
    if (const model::Condition* tested = context.conditions[clause]) parts.add(told_in_planes(context.policy, *tested));
    if (const model::Requirement* requirement = context.requirements[clause])
        if (const auto* below = std::get_if<model::RequirementGroup>(&requirement->body))
            parts.add(told_in_planes(context, *below));
    return parts.together();
}

Told told_in_planes(const Context& context, const model::RequirementGroup& group) {
    Parts parts;
    for (const model::RequirementNode& node : group.members)
        parts.add(std::visit([&](const auto& member) { return told_in_planes(context, member); }, node));
    return parts.together();
}

std::vector<bool> facts_in_planes(const Context& context) {
    const model::Policy& policy = context.policy;
    std::vector<bool> facts(policy.facts.size(), false);
    for (const BuiltinFact routing : {BuiltinFact::line_of_business, BuiltinFact::benefit, BuiltinFact::request,
                                      BuiltinFact::first_start, BuiltinFact::date_of_service})
        facts[index_of(routing)] = true;
    facts[policy.selecting_fact] = true;
    for (const model::Approval& approval : policy.approvals) facts[approval.starts_on] = true;
    for (std::size_t i = 0; i < policy.clauses.size(); ++i) {
        read(context, context.only_if(static_cast<model::ClauseIndex>(i)), facts);
        read(context, context.conditions[i], facts);
    }
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        for (const model::FactIndex implied : policy.facts[i].implies) facts[i] = facts[implied] = true;
    return facts;
}

}  // namespace pol::emission
