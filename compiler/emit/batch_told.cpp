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

/// Whether planes have what a value, a day or what decides between such computes. Entries of lists are no part of a
/// block.
class Computable {
public:
    explicit Computable(const model::Policy& policy) : policy_(policy) {}

    bool tells(const model::Condition& condition) const { return told_in_planes(policy_, condition) == Told::whole; }
    bool tells(const model::Day& day) const {
        return std::visit(overloaded{
                              [&](model::FactIndex fact) { return !policy_.facts[fact].list; },
                              [](Date) { return true; },
                              [&](const model::DayOfTerm& of) { return tells(policy_.terms[of.term]); },
                              [&](const model::YearlyDay& yearly) { return tells(yearly.from); },
                              [&](const model::ExtremeDay& extreme) { return tells(extreme.operands); },
                              [&](const model::MovedDay& moved) { return tells(moved.from); },
                              [](const model::ChosenEntry&) { return false; },
                          },
                          day.base);
    }
    bool tells(const model::Expression& value) const {
        return std::visit(overloaded{
                              [](const model::Constant&) { return true; },
                              [&](const model::NumberOfFact& number) { return !policy_.facts[number.fact].list; },
                              [&](const model::MeasurementOfFact& measured) {
                                  return tells(measured.from) && tells(measured.through);
                              },
                              [&](const model::NumberOfTerm& of) { return tells(policy_.terms[of.term]); },
                              [&](const model::Arithmetic& arithmetic) { return tells(arithmetic.operands); },
                              [&](const model::Extreme& extreme) { return tells(extreme.operands); },
                              [&](const model::RoundedValue& rounded) { return tells(rounded.operand); },
                              [&](const model::Elapsed& elapsed) { return tells(elapsed.from) && tells(elapsed.to); },
                              [](const model::Aggregate&) { return false; },
                              [](const model::ValueOfEntry&) { return false; },
                          },
                          value.form);
    }
    bool tells(const model::Case& one) const { return tells(one.when) && tells(one.value); }
    bool tells(const model::DayCase& one) const { return tells(one.when) && tells(one.day); }
    bool tells(const model::Selection& rows) const { return tells(rows.cases); }
    bool tells(const model::Term& term) const {
        return std::visit([&](const auto& body) { return tells(body); }, term.body);
    }
    template <class Part>
    bool tells(const std::optional<Part>& part) const {
        return !part || tells(*part);
    }
    template <class Part>
    bool tells(const std::vector<Part>& parts) const {
        return std::all_of(parts.begin(), parts.end(), [&](const Part& part) { return tells(part); });
    }

private:
    const model::Policy& policy_;
};

/// A value that is computed somewhere, as it is written there.
const model::Expression& defined(const model::Policy& policy, const model::Expression& value) {
    const auto* term = std::get_if<model::NumberOfTerm>(&value.form);
    const auto* body = term == nullptr ? nullptr : std::get_if<model::Expression>(&policy.terms[term->term].body);
    return body == nullptr ? value : defined(policy, *body);
}

/// Digits of a column are compared with a limit in their own unit, which has to be small enough to be written.
bool is_small_enough(const model::Policy& policy, const model::NumberTest& test) {
    if (!readings_of(policy, test.right).empty()) return true;
    const model::Expression& left = defined(policy, test.left);
    const auto* number = std::get_if<model::NumberOfFact>(&left.form);
    const auto* measured = std::get_if<model::MeasurementOfFact>(&left.form);
    if (number == nullptr && measured == nullptr) return true;
    const auto* limit = std::get_if<model::Constant>(&defined(policy, test.right).form);
    return limit != nullptr && quotient(limit->value, number != nullptr ? number->factor : measured->factor);
}

/// No planes are made of constants alone.
template <class Part>
bool reads_facts(const model::Policy& policy, const Part& left, const Part& right) {
    return !readings_of(policy, left).empty() || !readings_of(policy, right).empty();
}

Told told(const model::Policy& policy, const model::NumberTest& test) {
    const Computable computable(policy);
    return when(computable.tells(test.left) && computable.tells(test.right) &&
                reads_facts(policy, test.left, test.right) && is_small_enough(policy, test));
}

Told told(const model::Policy& policy, const model::DayTest& test) {
    const Computable computable(policy);
    return when(computable.tells(test.left) && computable.tells(test.right) &&
                reads_facts(policy, test.left, test.right));
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

void read(const Context& context, std::size_t index, std::vector<bool>& facts) {
    const model::Approval& approval = context.policy.approvals[index];
    facts[approval.starts_on] = true;
    if (!is_told_in_planes(context.policy, approval)) return;
    for (const ApprovalPart& part : approval_parts(context, index)) add(context.policy, part.asked, facts);
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
                          [&](const model::AgeOnDayTest& test) { return when(Computable(policy).tells(test.on)); },
                          [&](const model::NumberTest& test) { return told(policy, test); },
                          [&](const model::DayTest& test) { return told(policy, test); },
                          [&](const model::TermTest& test) { return told(policy, test); },
                          [&](const model::ConditionGroup& group) { return told(policy, group); },
                          [](const model::CountTest&) { return Told::not_at_all; },
                      },
                      condition.form);
}

bool is_told_in_planes(const model::Policy& policy, const model::Term& term) {
    const auto* condition = std::get_if<model::Condition>(&term.body);
    return condition != nullptr ? told_in_planes(policy, *condition) != Told::not_at_all
                                : Computable(policy).tells(term);
}

bool is_told_in_planes(const model::Policy& policy, const model::Approval& approval) {
    const Computable computable(policy);
    return computable.tells(approval.length) && computable.tells(approval.or_days) &&
           computable.tells(approval.until) &&
           std::all_of(approval.amounts.begin(), approval.amounts.end(), [&](const model::ComputedAmount& amount) {
               return computable.tells(amount.value) && computable.tells(amount.only_if);
           });
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
    for (std::size_t i = 0; i < policy.clauses.size(); ++i) {
        read(context, context.only_if(static_cast<model::ClauseIndex>(i)), facts);
        read(context, context.conditions[i], facts);
    }
    for (std::size_t i = 0; i < policy.approvals.size(); ++i) read(context, i, facts);
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
