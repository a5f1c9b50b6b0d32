#include "compiler/interpret/answers.hpp"

#include "compiler/interpret/terms.hpp"
#include "pol/number.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pol::interpretation {

namespace {

bool is_stated(const Answer& answer) {
    return answer.presence == Presence::given || answer.presence == Presence::in_conflict;
}

/// Such a number is as good as not given.
bool is_beyond_bounds(const model::Fact& fact, const Answer& answer) {
    const bool is_number = fact.type == FactType::number || fact.type == FactType::measurement;
    return is_number && answer.presence == Presence::given && !is_between(answer.number, fact.least, fact.most);
}

void leave_out_beyond_bounds(const model::Policy& policy, Answers& answers) {
    for (std::size_t fact = 0; fact < policy.facts.size(); ++fact)
        if (is_beyond_bounds(policy.facts[fact], answers.facts[fact]))
            answers.facts[fact].presence = Presence::not_given;
    for (EntryRecord& entry : answers.entries)
        for (std::size_t field = 0; field < entry.fields.size(); ++field)
            if (is_beyond_bounds(policy.facts[entry.list + 1 + field], entry.fields[field]))
                entry.fields[field].presence = Presence::not_given;
}

bool contradict(const Answer& implying, const Answer& implied) {
    return is_stated(implying) && is_stated(implied) && implying.value == 1 && implied.value == 0;
}

/// Whether `implying` says that it implies `implied`, and the answers break that.
bool breaks(const model::Policy& policy, const Answers& answers, FactIndex implying, FactIndex implied) {
    const std::vector<FactIndex>& implies = policy.facts[implying].implies;
    return std::find(implies.begin(), implies.end(), implied) != implies.end() &&
           contradict(answers.at(implying), answers.at(implied));
}

}  // namespace

Fact<Date> Answers::date(FactIndex fact) const {
    return Fact<Date>{.value = facts[fact].date, .presence = facts[fact].presence, .evidence = Evidence::none};
}

Fact<DateRange> Answers::birth() const {
    const Answer& birth = facts[index_of(BuiltinFact::birth_date)];
    return Fact<DateRange>{.value = birth.range, .presence = birth.presence, .evidence = Evidence::none};
}

Answers settled(const model::Policy& policy, std::vector<Answer> answers, std::vector<EntryRecord> entries) {
    assert(answers.size() == policy.facts.size());
    Answers result{.policy = &policy,
                   .calendar = policy.calendar,
                   .facts = std::move(answers),
                   .entries = std::move(entries),
                   .terms = {}};
    leave_out_beyond_bounds(policy, result);
    for (std::size_t fact = 0; fact < policy.facts.size(); ++fact)
        for (const FactIndex implied : policy.facts[fact].implies)
            if (contradict(result.facts[fact], result.facts[implied])) {
                result.facts[fact].presence = Presence::in_conflict;
                result.facts[implied].presence = Presence::in_conflict;
            }
    forget_terms(result);
    return result;
}

bool give_same_value(const model::Fact& fact, const Answer& left, const Answer& right) {
    if (left.presence != Presence::given || right.presence != Presence::given) return false;
    switch (fact.type) {
        case FactType::yes_no:
        case FactType::one_of:
            return left.value == right.value;
        case FactType::date:
            return left.date == right.date;
        case FactType::partial_date:
            return left.range == right.range;
        case FactType::number:
            return number(left.number) == number(right.number);
        case FactType::measurement:
            return number(left.number) == number(right.number) && left.range == right.range;
        case FactType::list:
            break;
    }
    return false;
}

std::vector<FactIndex> conflict_partners(const model::Policy& policy, const Answers& answers, FactIndex fact) {
    std::vector<FactIndex> partners;
    for (std::size_t i = 0; i < policy.facts.size(); ++i) {
        const auto other = static_cast<FactIndex>(i);
        if (breaks(policy, answers, fact, other) || breaks(policy, answers, other, fact)) partners.push_back(other);
    }
    return partners;
}

}  // namespace pol::interpretation
