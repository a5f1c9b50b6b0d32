#include "compiler/advise/possible_answers.hpp"

#include "compiler/analyze/approval_conditions.hpp"
#include "compiler/compare/reads.hpp"
#include "compiler/compare/steps_along.hpp"
#include "pol/number.hpp"

#include <algorithm>
#include <set>

namespace pol::advise {

namespace {

using model::Condition;
using model::FactIndex;

std::vector<Condition> conditions_in(const model::Policy& policy) {
    std::vector<Condition> conditions;
    for (const model::Determination& determination : policy.determinations)
        if (determination.condition) conditions.push_back(*determination.condition);
    for (const model::Requirement& requirement : policy.requirements) {
        if (requirement.only_if) conditions.push_back(*requirement.only_if);
        if (const auto* condition = std::get_if<Condition>(&requirement.body)) conditions.push_back(*condition);
    }
    for (const model::Approval& approval : policy.approvals)
        for (Condition& condition : analysis::conditions_of(approval)) conditions.push_back(std::move(condition));
    return conditions;
}

/// The facts of which another answer may turn a condition: those it reads, and the bounds of dates among them.
std::set<FactIndex> turned_by(const model::Policy& policy, const Condition& condition) {
    comparison::Reads reads(policy);
    reads.add(condition);
    std::set<FactIndex> facts = reads.facts;
    for (const FactIndex fact : reads.facts)
        for (auto bound = policy.facts[fact].not_before; bound; bound = policy.facts[*bound].not_before)
            facts.insert(*bound);
    return facts;
}

/// Every value of a choice. What no rule reads is asked for all the same where it says which rules are asked.
std::vector<Answer> values_of(const model::Fact& fact) {
    const std::size_t count = fact.type == FactType::yes_no   ? 2
                              : fact.type == FactType::one_of ? fact.values.size()
                                                              : 0;
    Answer answer;
    answer.presence = Presence::given;
    if (fact.source == FactSource::provider && !fact.list) answer.evidence = Evidence::documented;
    std::vector<Answer> answers(count, answer);
    for (std::size_t value = 0; value < count; ++value) answers[value].value = static_cast<std::uint16_t>(value);
    return answers;
}

/// A date of which only the month or year is known.
bool is_vague(const model::Fact& fact, const Answer& answer) {
    return fact.type == FactType::partial_date && answer.presence == Presence::given && !is_exact(answer.range);
}

/// What is known of a day stays: it can be the first or the last of these days, or one of the steps between them.
void keep_within(FactIndex fact, const Answer& known, std::vector<Change>& changes) {
    std::erase_if(changes, [&](const Change& change) {
        return change.answer.date < known.range.first || known.range.last < change.answer.date;
    });
    for (const Date day : {known.range.last, known.range.first})
        changes.insert(changes.begin(), {.fact = fact, .answer = analysis::on_day(known, day), .entries = {}});
}

}  // namespace

RequestRecord changed(RequestRecord request, const Change& change) {
    request.answers[change.fact] = change.answer;
    std::erase_if(request.entries, [&](const EntryRecord& entry) { return entry.list == change.fact; });
    request.entries.insert(request.entries.end(), change.entries.begin(), change.entries.end());
    return request;
}

RequestRecord changed(RequestRecord request, const std::vector<Change>& changes) {
    for (const Change& change : changes) request = changed(std::move(request), change);
    return request;
}

PossibleAnswers::PossibleAnswers(const model::Policy& policy) : policy_(policy), conditions_of_(policy.facts.size()) {
    const std::vector<Condition> conditions = conditions_in(policy);
    const comparison::Texts texts(policy, policy);
    choices_ = comparison::choices_of(texts, {conditions, conditions}, {});
    for (const Condition& condition : conditions)
        for (const FactIndex fact : turned_by(policy, condition)) conditions_of_[fact].push_back(condition);
}

std::vector<Change> PossibleAnswers::of(const RequestRecord& request, FactIndex fact) const {
    const model::Fact& declared = policy_.facts[fact];
    std::vector<Change> changes = days_of_text(request, fact);
    if (declared.list) return of_field(request, fact);
    const auto choice =
        std::find_if(choices_.begin(), choices_.end(), [&](const auto& each) { return each.fact == fact; });
    std::vector<EntryRecord> present;
    for (const EntryRecord& entry : request.entries)
        if (entry.list == fact) present.push_back(entry);
    if (choice != choices_.end())
        for (std::size_t i = 1; i < choice->answers.size(); ++i) {
            Change change{.fact = fact, .answer = choice->answers[i], .entries = present};
            if (declared.type == FactType::list)
                change.entries.insert(change.entries.end(), choice->entries[i].begin(), choice->entries[i].end());
            changes.push_back(std::move(change));
        }
    else
        for (const Answer& answer : values_of(declared)) changes.push_back({.fact = fact, .answer = answer});
    add_steps(request, fact, changes);
    if (declared.type != FactType::list)
        std::erase_if(changes, [&](const Change& change) {
            return interpretation::give_same_value(declared, change.answer, request.answers[fact]);
        });
    if (is_vague(declared, request.answers[fact])) keep_within(fact, request.answers[fact], changes);
    return changes;
}

std::uint64_t PossibleAnswers::effort(FactIndex fact) const {
    // Some sixty places along an axis, each a twentieth of a decision.
    constexpr std::uint64_t of_condition = 3;
    const std::size_t axes = comparison::axes_of(policy_.facts[fact], policy_.text_from).size();
    return of_condition * axes * conditions_of_[fact].size();
}

std::vector<Change> PossibleAnswers::days_of_text(const RequestRecord& request, FactIndex fact) const {
    if (fact != policy_.selecting_fact || request.answers[fact].presence == Presence::given) return {};
    std::vector<Date> days{policy_.text_from, add_days(policy_.text_from, -1)};
    if (policy_.text_through) days.push_back(add_days(*policy_.text_through, 1));
    std::vector<Change> changes;
    for (const Date day : days) {
        Answer answer = analysis::on_day(request.answers[fact], day);
        answer.presence = Presence::given;
        if (policy_.facts[fact].source == FactSource::provider) answer.evidence = Evidence::documented;
        changes.push_back({.fact = fact, .answer = answer, .entries = {}});
    }
    return changes;
}

std::vector<Change> PossibleAnswers::of_field(const RequestRecord& request, FactIndex field) const {
    const model::Fact& declared = policy_.facts[field];
    std::vector<Answer> answers = values_of(declared);
    if (declared.type == FactType::number)
        for (const Decimal number : {declared.least, declared.most}) {
            answers.emplace_back().presence = Presence::given;
            answers.back().number = number;
        }
    std::vector<Change> changes;
    for (const Answer& answer : answers) {
        Change change{.fact = *declared.list, .answer = request.answers[*declared.list]};
        for (EntryRecord entry : request.entries) {
            if (entry.list != *declared.list) continue;
            Answer& known = entry.fields[field - *declared.list - 1U];
            if (known.presence != Presence::given) known = answer;
            change.entries.push_back(std::move(entry));
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

void PossibleAnswers::add_steps(const RequestRecord& request, FactIndex fact, std::vector<Change>& changes) const {
    const Answer& service = request.answers[index_of(BuiltinFact::date_of_service)];
    const Date around = service.presence == Presence::given ? service.date : policy_.text_from;
    const bool has_level = policy_.facts[fact].source == FactSource::provider;
    Answer start = request.answers[fact];
    if (start.presence != Presence::given) {
        start = analysis::on_day(Answer{}, around);
        start.presence = Presence::given;
        start.number = policy_.facts[fact].least;
    }
    if (has_level) start.evidence = Evidence::documented;
    for (const analysis::Axis& axis : comparison::axes_of(policy_.facts[fact], around))
        for (const Answer& answer : comparison::steps_along(policy_, conditions_of_[fact], request, fact, start, axis))
            if (std::none_of(changes.begin(), changes.end(), [&](const Change& known) {
                    return interpretation::give_same_value(policy_.facts[fact], known.answer, answer);
                }))
                changes.push_back({.fact = fact, .answer = answer, .entries = {}});
}

}  // namespace pol::advise
