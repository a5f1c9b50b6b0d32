#include "compiler/coverage/neighbours.hpp"

#include "compiler/analyze/approval_conditions.hpp"
#include "compiler/analyze/axis.hpp"
#include "compiler/analyze/requests.hpp"
#include "compiler/analyze/variables.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

using analysis::Variable;
using analysis::VariableCollector;
using interpretation::PreparedPolicy;

constexpr model::FactIndex birth_date = index_of(BuiltinFact::birth_date);
constexpr model::FactIndex date_of_service = index_of(BuiltinFact::date_of_service);
constexpr model::FactIndex first_start = index_of(BuiltinFact::first_start);

/// Entries are not compared: a list that is given may be given otherwise.
bool same_answer(const model::Fact& fact, const Answer& left, const Answer& right) {
    if (left.presence != right.presence) return false;
    return left.presence != Presence::given ||
           (left.evidence == right.evidence && interpretation::give_same_value(fact, left, right));
}

Answer on(Date day) {
    Answer answer;
    answer.presence = Presence::given;
    return analysis::on_day(answer, day);
}

std::vector<Variable> variables_of(const model::Policy& policy) {
    const PreparedPolicy prepared(policy);
    VariableCollector collector(prepared);
    for (std::size_t i = 0; i < policy.determinations.size(); ++i)
        collector.add_determination(static_cast<model::DeterminationIndex>(i));
    for (const model::Section& section : policy.sections)
        for (const std::optional<model::Criteria>& criteria : section.criteria)
            if (criteria) collector.add(criteria->group);
    for (const model::Approval& approval : policy.approvals)
        for (const model::Condition& condition : analysis::conditions_of(approval)) collector.add(condition);
    return collector.variables();
}

}  // namespace

Steps::Steps(const model::Policy& policy) : policy_(policy) {
    for (const BuiltinFact fact : {BuiltinFact::line_of_business, BuiltinFact::benefit, BuiltinFact::request})
        add_choices(index_of(fact), policy.facts[index_of(fact)].values.size());
    for (const Variable& variable : variables_of(policy)) {
        if (variable.is_age)
            for (const analysis::AgeThreshold& threshold : variable.thresholds)
                ages_.push_back({.at = variable.fact, .amount = threshold.amount, .unit = threshold.unit});
        if (variable.is_age || variable.fact <= index_of(BuiltinFact::request)) continue;
        for (std::size_t i = 0; i < variable.telling; ++i)
            add({.fact = variable.fact,
                 .answer = variable.answers[i],
                 .entries = variable.entries.empty() ? std::vector<EntryRecord>() : variable.entries[i]});
    }
    add_dates();
}

void Steps::add_choices(model::FactIndex fact, std::size_t count) {
    for (std::size_t value = 0; value < count; ++value) {
        Answer answer;
        answer.presence = Presence::given;
        answer.value = static_cast<std::uint16_t>(value);
        routing_.push_back({.fact = fact, .answer = answer});
    }
    routing_.push_back({.fact = fact, .answer = {}});
}

/// Days at which a text begins and ends, and the ends of long months, on which periods turn.
void Steps::add_dates() {
    const std::int32_t year = to_civil(policy_.text_from).year + 1;
    std::vector<Date> days{policy_.text_from, add_days(policy_.text_from, -1), date_of(year, 3, 31),
                           date_of(year, 8, 31)};
    if (policy_.text_through) days.insert(days.end(), {*policy_.text_through, add_days(*policy_.text_through, 1)});
    for (const Date day : days) dates_.push_back({.fact = policy_.selecting_fact, .answer = on(day)});
    for (const BuiltinFact fact : {BuiltinFact::birth_date, BuiltinFact::date_of_request, BuiltinFact::date_of_service,
                                   BuiltinFact::first_start})
        dates_.push_back({.fact = index_of(fact), .answer = {}});
    add_leap_days();
}

/// The end of a February in which somebody born on a 29th comes of an age; in a leap year that is no question.
void Steps::add_leap_days() {
    if (ages_.empty()) return;
    const AgeBound& age = ages_.front();
    const bool comes_in_leap_year = age.amount % 4 == 0;
    if (age.unit != AgeUnit::years || comes_in_leap_year || age.at != policy_.selecting_fact) return;
    std::int32_t year = to_civil(policy_.text_from).year + 1;
    while ((year - age.amount) % 4 != 0) ++year;
    dates_.push_back({.fact = policy_.selecting_fact, .answer = on(date_of(year, 2, 28))});
}

/// With every level of evidence, where the fact has levels.
void Steps::add(Step step) {
    const bool has_levels = policy_.facts[step.fact].source == FactSource::provider;
    if (step.answer.presence != Presence::given || !has_levels) return facts_.push_back(std::move(step));
    for (const Evidence level : {Evidence::documented, Evidence::attested, Evidence::claimed}) {
        step.answer.evidence = level;
        const bool known = std::any_of(facts_.begin(), facts_.end(), [&](const Step& other) {
            return other.fact == step.fact && same_answer(policy_.facts[step.fact], other.answer, step.answer);
        });
        if (!known) facts_.push_back(step);
    }
}

/// Born so that an age is just reached on the date of the request, and a day later.
void Steps::add_births(const RequestRecord& request, std::vector<Step>& steps) const {
    for (const AgeBound& age : ages_) {
        const Answer& at = request.answers[age.at];
        if (at.presence != Presence::given || policy_.facts[age.at].type != FactType::date) continue;
        const Date birth = analysis::latest_birth(policy_, {.amount = age.amount, .unit = age.unit}, at.date);
        for (const std::int32_t later : {0, 1})
            steps.push_back({.fact = birth_date, .answer = on(add_days(birth, later))});
    }
}

/// First days from which the date of service lies in the first period, and in the second.
void Steps::add_starts(const RequestRecord& request, std::vector<Step>& steps) const {
    const Answer& service = request.answers[date_of_service];
    if (service.presence != Presence::given) return;
    for (const model::Approval& approval : policy_.approvals) {
        if (!approval.anchored) continue;
        const Duration back{.amount = -approval.duration.amount, .unit = approval.duration.unit};
        const Date start = add_times(service.date, back, 1, policy_.calendar.short_months);
        for (const std::int32_t later : {0, 1, -40})
            steps.push_back({.fact = first_start, .answer = on(add_days(start, later))});
    }
}

std::vector<Step> Steps::from(const RequestRecord& request) const {
    std::vector<Step> steps = facts_;
    add_births(request, steps);
    add_starts(request, steps);
    steps.insert(steps.end(), dates_.begin(), dates_.end());
    steps.insert(steps.end(), routing_.begin(), routing_.end());
    const auto changes_nothing = [&](const Step& step) {
        return same_answer(policy_.facts[step.fact], step.answer, request.answers[step.fact]);
    };
    steps.erase(std::remove_if(steps.begin(), steps.end(), changes_nothing), steps.end());
    return steps;
}

RequestRecord after(const RequestRecord& request, const Step& step) {
    RequestRecord changed = request;
    changed.answers[step.fact] = step.answer;
    const auto is_of_list = [&](const EntryRecord& entry) { return entry.list == step.fact; };
    changed.entries.erase(std::remove_if(changed.entries.begin(), changed.entries.end(), is_of_list),
                          changed.entries.end());
    changed.entries.insert(changed.entries.end(), step.entries.begin(), step.entries.end());
    return changed;
}

RequestRecord after(const RequestRecord& request, const std::vector<Step>& steps) {
    RequestRecord changed = request;
    for (const Step& step : steps) changed = after(changed, step);
    return changed;
}

std::vector<bool> facts_of(const model::Policy& policy, model::ClauseIndex clause) {
    const PreparedPolicy prepared(policy);
    VariableCollector collector(prepared);
    collector.add_clause(clause);
    std::vector<bool> read(policy.facts.size(), false);
    const std::vector<model::FactIndex> facts = collector.facts();
    for (const model::FactIndex fact : facts) read[fact] = true;
    const auto reads_date = [&](model::FactIndex fact) { return policy.facts[fact].type == FactType::date; };
    if (std::any_of(facts.begin(), facts.end(), reads_date)) read[birth_date] = true;
    return read;
}

}  // namespace pol::coverage
