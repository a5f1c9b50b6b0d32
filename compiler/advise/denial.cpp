#include "compiler/advise/denial.hpp"

#include "compiler/advise/advice_words.hpp"
#include "compiler/advise/nearest.hpp"
#include "compiler/compare/reads.hpp"
#include "compiler/interpret/prepared.hpp"

#include <algorithm>
#include <set>

namespace pol::advise {

namespace {

using model::ClauseIndex;
using model::FactIndex;

constexpr std::size_t most_changes = 3;
constexpr std::size_t most_ways = 6;
constexpr std::uint64_t most_tried = 30'000;

/// What a clause reads of a request, definitions included; fields of lists stand for their list.
std::vector<FactIndex> facts_of(const model::Policy& policy, ClauseIndex clause) {
    comparison::Reads reads(policy);
    for (const model::Determination& determination : policy.determinations)
        if (determination.clause == clause && determination.condition) reads.add(*determination.condition);
    for (const model::Requirement& requirement : policy.requirements) {
        if (requirement.clause != clause) continue;
        if (requirement.only_if) reads.add(*requirement.only_if);
        if (const auto* condition = std::get_if<model::Condition>(&requirement.body)) reads.add(*condition);
    }
    std::vector<FactIndex> facts;
    for (const FactIndex fact : reads.facts)
        if (!policy.facts[fact].list) facts.push_back(fact);
    return facts;
}

class Search {
public:
    Search(const model::Policy& policy, const RequestRecord& request, std::vector<FactIndex> facts)
        : policy_(policy), request_(request), facts_(std::move(facts)), interpreter_(policy), possible_(policy) {}

    /// Ways of as few changes as there are, all of the same number.
    [[nodiscard]] std::vector<Way> fewest(const std::set<Means>& allowed, const std::set<Means>& needed,
                                          bool approved) {
        ways_.clear();
        allowed_ = allowed;
        needed_ = needed;
        approved_ = approved;
        left_ = most_tried;
        for (std::size_t count = 1; count <= most_changes && ways_.empty(); ++count) {
            std::vector<Change> chosen;
            choose(request_, chosen, 0, count);
        }
        return std::move(ways_);
    }

private:
    void choose(const RequestRecord& request, std::vector<Change>& chosen, std::size_t from, std::size_t count) {
        for (std::size_t i = from; i < facts_.size() && ways_.size() < most_ways; ++i) {
            if (allowed_.count(means_of(policy_, request_, facts_[i])) == 0) continue;
            for (const Change& change : possible_.of(request, facts_[i])) {
                if (left_ == 0) return;
                if (!is_allowed(change)) continue;
                --left_;
                chosen.push_back(change);
                const RequestRecord next = changed(request, change);
                if (count > 1)
                    choose(next, chosen, i + 1, count - 1);
                else
                    consider(next, chosen);
                chosen.pop_back();
            }
        }
    }

    [[nodiscard]] bool is_allowed(const Change& change) const {
        const Answer& before = request_.answers[change.fact];
        if (means_of(policy_, request_, change.fact) != Means::later) return true;
        return before.date < change.answer.date;
    }

    void consider(const RequestRecord& request, const std::vector<Change>& chosen) {
        const bool is_needed = needed_.empty() || std::any_of(chosen.begin(), chosen.end(), [&](const Change& change) {
                                   return needed_.count(means_of(policy_, request_, change.fact)) > 0;
                               });
        if (!is_needed) return;
        DecisionRecord decision = interpreter_.interpret(request);
        if (!is_good(decision) || works_without_one(chosen)) return;
        keep({.changes = chosen, .decision = std::move(decision)});
    }

    /// Of ways that differ only in how far a number or a day goes, and end alike, one says it.
    void keep(Way way) {
        const auto like = std::find_if(ways_.begin(), ways_.end(), [&](const Way& known) {
            return differ_in_degree(policy_, known.changes, way.changes) &&
                   outcome_words(policy_, known.decision) == outcome_words(policy_, way.decision);
        });
        if (like == ways_.end())
            ways_.push_back(std::move(way));
        else if (is_nearer(request_, way.changes, like->changes))
            *like = std::move(way);
    }

    [[nodiscard]] bool is_good(const DecisionRecord& decision) const {
        return approved_ ? decision.outcome == Outcome::approved : !is_denial(decision.outcome);
    }

    /// Whether one of the changes is not needed. The smaller way may not have been looked for: it may need nothing
    /// documented to be otherwise.
    [[nodiscard]] bool works_without_one(const std::vector<Change>& chosen) const {
        for (std::size_t left_out = 0; chosen.size() > 1 && left_out < chosen.size(); ++left_out) {
            std::vector<Change> fewer = chosen;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left_out));
            if (is_good(interpreter_.interpret(changed(request_, fewer)))) return true;
        }
        return false;
    }

    const model::Policy& policy_;
    const RequestRecord& request_;
    std::vector<FactIndex> facts_;
    Interpreter interpreter_;
    PossibleAnswers possible_;
    std::set<Means> allowed_;
    std::set<Means> needed_;
    bool approved_ = true;
    std::uint64_t left_ = 0;
    std::vector<Way> ways_;
};

}  // namespace

Means means_of(const model::Policy& policy, const RequestRecord& request, FactIndex fact) {
    const model::Fact& declared = policy.facts[fact];
    const Answer& answer = request.answers[fact];
    if (fact == index_of(BuiltinFact::date_of_service) || fact == index_of(BuiltinFact::date_of_request))
        return answer.presence == Presence::given ? Means::later : Means::supply;
    if (declared.source != FactSource::provider)
        return answer.presence == Presence::given ? Means::fixed : Means::supply;
    if (answer.presence != Presence::given) return Means::supply;
    if (declared.type == FactType::measurement) return Means::measure_anew;
    if (declared.type == FactType::list) return Means::add_entry;
    if (declared.type == FactType::date || declared.type == FactType::partial_date) return Means::fixed;
    return answer.evidence == Evidence::documented ? Means::otherwise : Means::supply;
}

DenialAdvice advise_on_denial(const model::Policy& policy, const RequestRecord& request,
                              const DecisionRecord& decision) {
    DenialAdvice advice;
    std::vector<FactIndex> facts;
    for (const ClauseIndex clause : decision.clauses) {
        advice.reasons.push_back({.clause = clause, .facts = facts_of(policy, clause)});
        for (const FactIndex fact : advice.reasons.back().facts)
            if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    }
    for (const FactIndex fact : facts)
        if (means_of(policy, request, fact) == Means::fixed) advice.fixed.push_back(fact);
    Search search(policy, request, facts);
    const std::set<Means> open{Means::supply, Means::measure_anew, Means::add_entry, Means::later};
    std::set<Means> all = open;
    all.insert(Means::otherwise);
    for (const bool approved : {true, false}) {
        if (advice.open.empty()) advice.open = search.fewest(open, {}, approved);
        if (advice.closed.empty()) advice.closed = search.fewest(all, {Means::otherwise}, approved);
    }
    return advice;
}

}  // namespace pol::advise
