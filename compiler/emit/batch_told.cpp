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

/// Of something that is computed from parts: nothing where one is missing.
Told least(std::initializer_list<Told> parts) { return std::min(parts); }

/// What a value, a day, or what decides between such, is for planes. Divided by 0, or where no row of a table holds, a
/// value stays open whatever is answered, as it may for what is missing in an entry: whether there is anything to ask
/// only the evaluator of single requests knows.
class Computed {
public:
    explicit Computed(const model::Policy& policy) : policy_(policy) {}

    Told of(const model::Condition& condition) const { return told_in_planes(policy_, condition); }
    Told of(const model::EntryFilter& entries) const {
        for (const model::Condition& where : entries.where)
            if (reads_terms(policy_, where) || !reads_plain_facts(where)) return Told::not_at_all;
        return Told::in_part;
    }
    Told of(const model::Day& day) const {
        return std::visit(overloaded{
                              [&](model::FactIndex) { return Told::whole; },
                              [](Date) { return Told::whole; },
                              [&](const model::DayOfTerm& term) { return of(policy_.terms[term.term]); },
                              [&](const model::YearlyDay& yearly) { return of(yearly.from); },
                              [&](const model::ExtremeDay& extreme) { return of(extreme.operands); },
                              [&](const model::MovedDay& moved) { return of(moved.from); },
                              [&](const model::ChosenEntry& chosen) { return of(chosen.entries); },
                          },
                          day.base);
    }
    Told of(const model::Expression& value) const {
        return std::visit(overloaded{
                              [](const model::Constant&) { return Told::whole; },
                              [](const model::NumberOfFact&) { return Told::whole; },
                              [&](const model::MeasurementOfFact& measured) {
                                  return least({of(measured.from), of(measured.through)});
                              },
                              [&](const model::NumberOfTerm& term) { return of(policy_.terms[term.term]); },
                              [&](const model::Arithmetic& arithmetic) { return of(arithmetic); },
                              [&](const model::Extreme& extreme) { return of(extreme.operands); },
                              [&](const model::RoundedValue& rounded) { return of(rounded.operand); },
                              [&](const model::Elapsed& elapsed) {
                                  return least({of(elapsed.from), of(elapsed.to)});
                              },
                              [&](const model::Aggregate& aggregate) { return of(aggregate.entries); },
                              [&](const model::ValueOfEntry& value_of) { return of(value_of.entry.entries); },
                          },
                          value.form);
    }
    Told of(const model::Arithmetic& arithmetic) const {
        const bool divides = arithmetic.operation == model::Operation::divided_by;
        const auto* by = std::get_if<model::Constant>(&arithmetic.operands.back().form);
        const bool always_divides = by != nullptr && by->value.numerator != 0;
        return least({divides && !always_divides ? Told::in_part : Told::whole, of(arithmetic.operands)});
    }
    Told of(const model::Case& one) const { return least({of(one.when), of(one.value)}); }
    Told of(const model::DayCase& one) const { return least({of(one.when), of(one.day)}); }
    Told of(const model::Selection& rows) const { return least({Told::in_part, of(rows.cases)}); }
    Told of(const model::Term& term) const {
        return std::visit([&](const auto& body) { return of(body); }, term.body);
    }
    template <class Part>
    Told of(const std::optional<Part>& part) const {
        return part ? of(*part) : Told::whole;
    }
    template <class Part>
    Told of(const std::vector<Part>& parts) const {
        Told all = Told::whole;
        for (const Part& part : parts) all = least({all, of(part)});
        return all;
    }

private:
    /// Beside fields only facts that count as they are given: no bound keeps them back, and nothing contradicts them.
    bool reads_plain_facts(const model::Condition& where) const {
        const std::vector<Reading> readings = readings_of(policy_, where);
        return std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
            const model::Fact& fact = policy_.facts[reading.fact];
            return fact.list || (!has_number(fact) && !fact.not_before && !may_contradict(reading.fact));
        });
    }
    bool may_contradict(model::FactIndex fact) const {
        return !policy_.facts[fact].implies.empty() ||
               std::any_of(policy_.facts.begin(), policy_.facts.end(), [&](const model::Fact& other) {
                   return std::find(other.implies.begin(), other.implies.end(), fact) != other.implies.end();
               });
    }

    const model::Policy& policy_;
};

/// No planes are made of constants alone.
template <class Part>
bool reads_facts(const model::Policy& policy, const Part& left, const Part& right) {
    return !readings_of(policy, left).empty() || !readings_of(policy, right).empty();
}

Told told(const model::Policy& policy, const model::NumberTest& test) {
    const Computed computed(policy);
    return least({when(reads_facts(policy, test.left, test.right)), computed.of(test.left), computed.of(test.right)});
}

Told told(const model::Policy& policy, const model::DayTest& test) {
    const Computed computed(policy);
    return least({when(reads_facts(policy, test.left, test.right)), computed.of(test.left), computed.of(test.right)});
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

}  // namespace

Told told_in_planes(const model::Policy& policy, const model::Condition& condition) {
    return std::visit(overloaded{
                          [&](const model::ChoiceTest& test) { return when(!policy.facts[test.fact].list); },
                          [&](const model::AgeTest& test) { return when(!policy.facts[test.at].list); },
                          [&](const model::AgeOnDayTest& test) { return Computed(policy).of(test.on); },
                          [&](const model::NumberTest& test) { return told(policy, test); },
                          [&](const model::DayTest& test) { return told(policy, test); },
                          [&](const model::TermTest& test) { return told(policy, test); },
                          [&](const model::ConditionGroup& group) { return told(policy, group); },
                          [&](const model::CountTest& test) { return Computed(policy).of(test.entries); },
                      },
                      condition.form);
}

bool is_told_in_planes(const model::Policy& policy, const model::Term& term) {
    return Computed(policy).of(term) != Told::not_at_all;
}
bool is_told_in_planes(const model::Policy& policy, const model::Approval& approval) {
    const Computed computed(policy);
    Told told = least({computed.of(approval.length), computed.of(approval.or_days), computed.of(approval.until)});
    for (const model::ComputedAmount& amount : approval.amounts)
        told = least({told, computed.of(amount.value), computed.of(amount.only_if)});
    return told != Told::not_at_all;
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

}  // namespace pol::emission
