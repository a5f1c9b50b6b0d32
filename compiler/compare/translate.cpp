#include "compiler/compare/translate.hpp"

#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <utility>

namespace pol::comparison {

namespace {

using model::FactIndex;
using model::Policy;

/// Puts the places of facts and values in the vocabulary wherever a model names them.
class Translator {
public:
    Translator(const Vocabulary& vocabulary, Side side, std::size_t fact_count)
        : vocabulary_(vocabulary),
          facts_(side == Side::older ? vocabulary.facts_of_old(fact_count) : vocabulary.facts_of_new(fact_count)) {
        for (const JointFact& fact : vocabulary.facts)
            values_.push_back(side == Side::older ? Vocabulary::values_of_old(fact) : Vocabulary::values_of_new(fact));
    }

    void fact(FactIndex& index) const { index = facts_[index]; }
    /// Of a fact that is translated already. A yes/no fact has no values.
    [[nodiscard]] std::uint16_t value(FactIndex fact, std::uint16_t value) const {
        return values_[fact].empty() ? value : values_[fact][value];
    }
    [[nodiscard]] const Places& values(FactIndex fact) const { return values_[fact]; }

    void visit(model::Condition& condition) const {
        std::visit([&](auto& form) { go(form); }, condition.form);
    }
    void visit(model::Expression& value) const {
        std::visit([&](auto& form) { go(form); }, value.form);
    }
    void visit(model::Day& day) const {
        std::visit(overloaded{[&](FactIndex& index) { fact(index); }, [](Date&) {}, [](model::DayOfTerm&) {},
                              [&](model::YearlyDay& yearly) { all(yearly.from); },
                              [&](model::ExtremeDay& extreme) { all(extreme.operands); },
                              [&](model::MovedDay& moved) { all(moved.from); },
                              [&](model::ChosenEntry& chosen) { go(chosen); }},
                   day.base);
    }
    template <class Item>
    void visit(std::optional<Item>& item) const {
        if (item) visit(*item);
    }
    void visit(std::vector<model::Case>& cases) const {
        for (model::Case& one : cases) {
            visit(one.when);
            visit(one.value);
        }
    }
    void visit(model::Selection& selection) const { visit(selection.cases); }
    void visit(std::vector<model::DayCase>& cases) const {
        for (model::DayCase& one : cases) {
            visit(one.when);
            visit(one.day);
        }
    }

private:
    template <class Items>
    void all(Items& items) const {
        for (auto& item : items) visit(item);
    }

    void go(model::ChoiceTest& test) const {
        fact(test.fact);
        for (std::uint16_t& each : test.values) each = value(test.fact, each);
    }
    void go(model::AgeTest& test) const { fact(test.at); }
    void go(model::AgeOnDayTest& test) const { visit(test.on); }
    void go(model::NumberTest& test) const {
        visit(test.left);
        visit(test.right);
    }
    void go(model::DayTest& test) const {
        visit(test.left);
        visit(test.right);
    }
    void go(model::TermTest&) const {}
    void go(model::CountTest& test) const {
        go(test.entries);
        if (test.distinct) go(*test.distinct);
    }
    void go(model::ConditionGroup& group) const { all(group.members); }
    void go(model::EntryFilter& entries) const {
        fact(entries.list);
        all(entries.where);
    }
    /// Groups stand by value. One that this text does not know is a group of its own.
    void go(model::Distinct& distinct) const {
        fact(distinct.field);
        if (distinct.groups.empty()) return;
        const Places& places = values_[distinct.field];
        const std::size_t count = vocabulary_.facts[distinct.field].values.size();
        std::vector<std::uint16_t> groups;
        for (std::size_t i = 0; i < count; ++i) groups.push_back(static_cast<std::uint16_t>(count + i));
        for (std::size_t i = 0; i < places.size(); ++i) groups[places[i]] = distinct.groups[i];
        distinct.groups = std::move(groups);
    }

    void go(model::Constant&) const {}
    void go(model::NumberOfFact& read) const { fact(read.fact); }
    void go(model::MeasurementOfFact& read) const {
        fact(read.fact);
        visit(read.from);
        visit(read.through);
    }
    void go(model::NumberOfTerm&) const {}
    void go(model::Arithmetic& arithmetic) const { all(arithmetic.operands); }
    void go(model::Extreme& extreme) const { all(extreme.operands); }
    void go(model::RoundedValue& rounded) const { all(rounded.operand); }
    void go(model::Elapsed& elapsed) const {
        visit(elapsed.from);
        visit(elapsed.to);
    }
    void go(model::Aggregate& aggregate) const {
        go(aggregate.entries);
        if (aggregate.field) fact(*aggregate.field);
    }

    void go(model::ValueOfEntry& value) const { go(value.entry); }
    void go(model::ChosenEntry& chosen) const {
        go(chosen.entries);
        fact(chosen.field);
        fact(chosen.by);
    }

    const Vocabulary& vocabulary_;
    Places facts_;
    /// By place of the fact in the vocabulary.
    std::vector<Places> values_;
};

std::vector<model::Value> values_of(const JointFact& fact) {
    std::vector<model::Value> values;
    for (const JointValue& each : fact.values) values.push_back(each.value);
    return values;
}

/// A fact as one text declares it, in the words of the vocabulary.
model::Fact declared(const model::Fact& fact, const JointFact& joint, const Translator& own) {
    model::Fact result = fact;
    result.values = values_of(joint);
    result.codes.clear();
    for (FactIndex& implied : result.implies) own.fact(implied);
    if (result.not_before) own.fact(*result.not_before);
    if (result.list) own.fact(*result.list);
    return result;
}

std::vector<model::Fact> facts_of(const Policy& policy, const Policy& other, const Vocabulary& vocabulary, Side side) {
    const Side other_side = side == Side::older ? Side::newer : Side::older;
    const Translator own(vocabulary, side, policy.facts.size());
    const Translator others(vocabulary, other_side, other.facts.size());
    std::vector<model::Fact> facts;
    for (const JointFact& joint : vocabulary.facts) {
        const auto& mine = side == Side::older ? joint.in_old : joint.in_new;
        const auto& theirs = side == Side::older ? joint.in_new : joint.in_old;
        facts.push_back(mine ? declared(policy.facts[*mine], joint, own)
                             : declared(other.facts[*theirs], joint, others));
        if (!mine || !theirs) continue;
        const model::Fact& one = policy.facts[*mine];
        const model::Fact& two = other.facts[*theirs];
        facts.back().least = number(two.least) < number(one.least) ? two.least : one.least;
        facts.back().most = number(one.most) < number(two.most) ? two.most : one.most;
    }
    return facts;
}

std::vector<bool> flags(const std::vector<bool>& old_flags, const Places& places, std::size_t count) {
    std::vector<bool> result(count, false);
    for (std::size_t i = 0; i < old_flags.size(); ++i) result[places[i]] = old_flags[i];
    return result;
}

RequestRecord request_of(const RequestRecord& request, const Translator& translator,
                         const std::vector<model::Fact>& facts, const std::vector<model::Fact>& joint) {
    RequestRecord result;
    result.answers.resize(joint.size());
    const auto answer_of = [&](FactIndex fact, Answer answer) {
        if (facts[fact].type != FactType::one_of) return answer;
        FactIndex place = fact;
        translator.fact(place);
        answer.value = translator.value(place, answer.value);
        return answer;
    };
    const auto place_of = [&](FactIndex fact) {
        translator.fact(fact);
        return fact;
    };
    for (std::size_t i = 0; i < facts.size(); ++i)
        result.answers[place_of(static_cast<FactIndex>(i))] = answer_of(static_cast<FactIndex>(i), request.answers[i]);
    for (const EntryRecord& entry : request.entries) {
        EntryRecord& added = result.entries.emplace_back(EntryRecord{.list = place_of(entry.list)});
        for (std::size_t i = added.list + 1U; i < joint.size() && joint[i].list == added.list; ++i)
            added.fields.emplace_back();
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            const auto field = static_cast<FactIndex>(entry.list + 1 + i);
            added.fields[place_of(field) - added.list - 1U] = answer_of(field, entry.fields[i]);
        }
    }
    return result;
}

/// The rest of a policy, table by table.
class Retelling {
public:
    Retelling(Policy& policy, const Vocabulary& vocabulary, const Translator& translator)
        : policy_(policy), vocabulary_(vocabulary), translator_(translator) {}

    void run() {
        for (model::Term& term : policy_.terms) std::visit([&](auto& body) { translator_.visit(body); }, term.body);
        for (model::Determination& determination : policy_.determinations) {
            translator_.visit(determination.condition);
            determination.lines = line_flags(determination.lines);
        }
        for (model::Requirement& requirement : policy_.requirements) {
            translator_.visit(requirement.only_if);
            if (auto* condition = std::get_if<model::Condition>(&requirement.body)) translator_.visit(*condition);
        }
        for (model::Approval& approval : policy_.approvals) retell(approval);
        for (model::Section& section : policy_.sections) retell(section);
        retell_lines();
        retell_benefits();
        translator_.fact(policy_.selecting_fact);
    }

private:
    [[nodiscard]] const Places& places(BuiltinFact fact) const { return translator_.values(index_of(fact)); }
    [[nodiscard]] std::size_t count(BuiltinFact fact) const { return vocabulary_.facts[index_of(fact)].values.size(); }
    [[nodiscard]] std::vector<bool> line_flags(const std::vector<bool>& lines) const {
        return flags(lines, places(BuiltinFact::line_of_business), count(BuiltinFact::line_of_business));
    }

    void retell(model::Approval& approval) const {
        translator_.visit(approval.length);
        translator_.visit(approval.or_days);
        translator_.fact(approval.starts_on);
        translator_.visit(approval.until);
        for (model::ComputedAmount& amount : approval.amounts) {
            translator_.visit(amount.value);
            translator_.visit(amount.only_if);
        }
    }

    void retell(model::Section& section) const {
        section.lines = line_flags(section.lines);
        std::vector<std::optional<model::Criteria>> criteria(count(BuiltinFact::request));
        for (std::size_t kind = 0; kind < section.criteria.size(); ++kind)
            criteria[places(BuiltinFact::request)[kind]] = std::move(section.criteria[kind]);
        section.criteria = std::move(criteria);
    }

    void retell_lines() {
        const std::vector<JointValue>& values = vocabulary_.facts[index_of(BuiltinFact::line_of_business)].values;
        std::vector<model::LineOfBusiness> lines(values.size());
        std::vector<bool> is_known(values.size(), false);
        for (std::size_t i = 0; i < policy_.lines.size(); ++i) {
            lines[places(BuiltinFact::line_of_business)[i]] = policy_.lines[i];
            is_known[places(BuiltinFact::line_of_business)[i]] = true;
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (is_known[i]) continue;
            lines[i].box = static_cast<model::ClauseIndex>(policy_.clauses.size());
            policy_.clauses.push_back({.id = "APPLIES." + values[i].value.name,
                                       .text = values[i].value.text,
                                       .kind = ClauseKind::box,
                                       .line = 0,
                                       .because = {},
                                       .see_clauses = {},
                                       .see_targets = {},
                                       .span = {}});
        }
        policy_.lines = std::move(lines);
    }

    void retell_benefits() {
        std::vector<model::Benefit> benefits(count(BuiltinFact::benefit), model::Benefit{.listed = false});
        for (std::size_t i = 0; i < policy_.benefits.size(); ++i)
            benefits[places(BuiltinFact::benefit)[i]] = policy_.benefits[i];
        policy_.benefits = std::move(benefits);
    }

    Policy& policy_;
    const Vocabulary& vocabulary_;
    const Translator& translator_;
};

}  // namespace

Policy translated(const Policy& policy, const Policy& other, const Vocabulary& vocabulary, Side side, Date from) {
    Policy result = policy;
    const Translator translator(vocabulary, side, policy.facts.size());
    result.facts = facts_of(policy, other, vocabulary, side);
    Retelling(result, vocabulary, translator).run();
    for (model::Scenario& scenario : result.scenarios)
        scenario.request = request_of(scenario.request, translator, policy.facts, result.facts);
    result.never_checks.clear();
    result.text_from = from;
    result.text_through.reset();
    return result;
}

RequestRecord in_words_of(const RequestRecord& request, const Policy& policy, const Vocabulary& vocabulary, Side side) {
    RequestRecord result;
    result.answers.resize(policy.facts.size());
    const auto own = [&](std::size_t joint) {
        return side == Side::older ? vocabulary.facts[joint].in_old : vocabulary.facts[joint].in_new;
    };
    const auto answer_of = [&](std::size_t joint, Answer answer) {
        if (policy.facts[*own(joint)].type != FactType::one_of || answer.presence != Presence::given) return answer;
        const JointValue& value = vocabulary.facts[joint].values[answer.value];
        const std::optional<std::uint16_t>& known = side == Side::older ? value.in_old : value.in_new;
        if (!known) return Answer{};
        answer.value = *known;
        return answer;
    };
    for (std::size_t i = 0; i < request.answers.size(); ++i)
        if (own(i)) result.answers[*own(i)] = answer_of(i, request.answers[i]);
    for (const EntryRecord& entry : request.entries) {
        if (!own(entry.list)) continue;
        EntryRecord& added = result.entries.emplace_back(EntryRecord{.list = *own(entry.list)});
        for (std::size_t i = added.list + 1U; i < policy.facts.size() && policy.facts[i].list == added.list; ++i)
            added.fields.emplace_back();
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            const std::size_t joint = entry.list + 1U + i;
            if (own(joint)) added.fields[*own(joint) - added.list - 1U] = answer_of(joint, entry.fields[i]);
        }
    }
    return result;
}

}  // namespace pol::comparison
