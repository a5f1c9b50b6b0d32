#include "compiler/emit/batch.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <optional>
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

bool tells(const model::Policy& policy, const model::Day& day);

/// Entries of lists are no part of a block, and cases are told row by row.
bool tells_term(const model::Policy& policy, model::TermIndex term) {
    const auto* body = std::get_if<model::Day>(&policy.terms[term].body);
    return body != nullptr && tells(policy, *body);
}
bool tells_all(const model::Policy& policy, const std::vector<model::Day>& days) {
    return std::all_of(days.begin(), days.end(), [&](const model::Day& day) { return tells(policy, day); });
}
bool tells(const model::Policy& policy, const model::Day& day) {
    return std::visit(overloaded{
                          [&](model::FactIndex fact) { return !policy.facts[fact].list; },
                          [](Date) { return true; },
                          [&](const model::DayOfTerm& of) { return tells_term(policy, of.term); },
                          [&](const model::YearlyDay& yearly) { return tells_all(policy, yearly.from); },
                          [&](const model::ExtremeDay& extreme) { return tells_all(policy, extreme.operands); },
                          [&](const model::MovedDay& moved) { return tells_all(policy, moved.from); },
                          [](const model::ChosenEntry&) { return false; },
                      },
                      day.base);
}
/// Of two days that are compared at least one has to be a block: others are constants, of which no plane is made.
bool tells(const model::Policy& policy, const model::Day& left, const model::Day& right) {
    const bool reads_facts = !readings_of(policy, left).empty() || !readings_of(policy, right).empty();
    return reads_facts && tells(policy, left) && tells(policy, right);
}
bool tells(const model::Policy& policy, const std::optional<model::Day>& day) { return !day || tells(policy, *day); }

/// The factor by which the digits of a number of the request, or of a term that is one, come to its base unit; nothing
/// for numbers that are computed.
std::optional<model::Fraction> factor_of(const model::Policy& policy, const model::Expression& value) {
    constexpr model::Fraction one{1, 1};
    if (const auto* number = std::get_if<model::NumberOfFact>(&value.form))
        return policy.facts[number->fact].list ? std::nullopt : std::optional(number->factor);
    if (const auto* measured = std::get_if<model::MeasurementOfFact>(&value.form))
        return tells(policy, measured->from) && tells(policy, measured->through) ? std::optional(measured->factor)
                                                                                 : std::nullopt;
    if (const auto* elapsed = std::get_if<model::Elapsed>(&value.form))
        return tells(policy, elapsed->from, elapsed->to) ? std::optional(one) : std::nullopt;
    const auto* term = std::get_if<model::NumberOfTerm>(&value.form);
    const auto* body = term == nullptr ? nullptr : std::get_if<model::Expression>(&policy.terms[term->term].body);
    return body == nullptr ? std::nullopt : factor_of(policy, *body);
}

/// A number that is compared with a limit.
Told told(const model::Policy& policy, const model::NumberTest& test) {
    const auto* limit = std::get_if<model::Constant>(&test.right.form);
    const std::optional<model::Fraction> factor = factor_of(policy, test.left);
    return when(limit != nullptr && factor && quotient(limit->value, *factor));
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

void add(const model::Policy& policy, const std::vector<Reading>& readings, std::vector<bool>& facts) {
    for (const Reading& reading : readings) {
        const model::Fact& fact = policy.facts[reading.fact];
        if (fact.list || fact.type == FactType::list) continue;
        facts[reading.fact] = true;
        if (reading.kind == Reading::Kind::age) facts[index_of(BuiltinFact::birth_date)] = true;
    }
}

void read(const Context& context, const model::Condition* condition, std::vector<bool>& facts) {
    if (condition != nullptr && told_in_planes(context.policy, *condition) != Told::not_at_all)
        add(context.policy, readings_of(context.policy, *condition), facts);
}

/// The dates that a date never lies before.
void read_bounds(const model::Policy& policy, const model::Fact& fact, std::vector<bool>& facts) {
    if (!fact.not_before) return;
    facts[*fact.not_before] = true;
    read_bounds(policy, policy.facts[*fact.not_before], facts);
}

}  // namespace

Told told_in_planes(const model::Policy& policy, const model::Condition& condition) {
    return std::visit(overloaded{
                          [&](const model::ChoiceTest& test) { return when(!policy.facts[test.fact].list); },
                          [&](const model::AgeTest& test) { return when(!policy.facts[test.at].list); },
                          [&](const model::AgeOnDayTest& test) { return when(tells(policy, test.on)); },
                          [&](const model::NumberTest& test) { return told(policy, test); },
                          [&](const model::DayTest& test) { return when(tells(policy, test.left, test.right)); },
                          [&](const model::TermTest& test) { return told(policy, test); },
                          [&](const model::ConditionGroup& group) { return told(policy, group); },
                          [](const model::CountTest&) { return Told::not_at_all; },
                      },
                      condition.form);
}

bool is_told_in_planes(const model::Policy& policy, const model::Term& term) {
    return std::visit(
        overloaded{
            [&](const model::Condition& body) { return told_in_planes(policy, body) != Told::not_at_all; },
            [&](const model::Expression& body) { return factor_of(policy, body).has_value(); },
            [&](const model::Day& body) { return tells(policy, body); },
            [](const std::vector<model::Case>&) { return false; },
            [](const model::Selection&) { return false; },
            [](const std::vector<model::DayCase>&) { return false; },
        },
        term.body);
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
    for (std::size_t i = 0; i < policy.terms.size(); ++i)
        if (context.uses.terms[i] && is_told_in_planes(policy, policy.terms[i]))
            add(policy, readings_of(policy, policy.terms[i]), facts);
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        if (facts[i]) read_bounds(policy, policy.facts[i], facts);
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        for (const model::FactIndex implied : policy.facts[i].implies) facts[i] = facts[implied] = true;
    return facts;
}

}  // namespace pol::emission
