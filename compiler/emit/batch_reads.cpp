#include "compiler/emit/batch.hpp"

namespace pol::emission {

namespace {

/// All that planes read of requests.
class PlaneReadings {
public:
    explicit PlaneReadings(const Context& context) : context_(context) {
        for (std::size_t i = 0; i < context.policy.clauses.size(); ++i) {
            add_of(context.only_if(static_cast<model::ClauseIndex>(i)));
            add_of(context.conditions[i]);
        }
        for (std::size_t i = 0; i < context.policy.approvals.size(); ++i)
            if (is_told_in_planes(context.policy, context.policy.approvals[i]))
                for (const ApprovalPart& part : approval_parts(context, i)) add(part.asked);
        for (std::size_t i = 0; i < context.policy.terms.size(); ++i)
            if (context.uses.terms[i] && is_told_in_planes(context.policy, context.policy.terms[i]))
                add(readings_of(context.policy, context.policy.terms[i]));
    }

    /// Marks the facts of the request itself that are read, or only those that are for the sake of entries.
    void mark(std::vector<bool>& facts, bool only_of_entries) const {
        for (const Reading& reading : readings_) {
            if (only_of_entries && !reading.of_entries) continue;
            if (!context_.policy.facts[reading.fact].list) facts[reading.fact] = true;
            if (reading.kind == Reading::Kind::age) facts[index_of(BuiltinFact::birth_date)] = true;
        }
    }

private:
    void add_of(const model::Condition* condition) {
        if (condition != nullptr && told_in_planes(context_.policy, *condition) != Told::not_at_all)
            add(readings_of(context_.policy, *condition));
    }
    void add(const std::vector<Reading>& more) { readings_.insert(readings_.end(), more.begin(), more.end()); }

    const Context& context_;
    std::vector<Reading> readings_;
};

/// The dates that a date never lies before.
void mark_bounds(const model::Policy& policy, const model::Fact& fact, std::vector<bool>& facts) {
    if (!fact.not_before) return;
    facts[*fact.not_before] = true;
    mark_bounds(policy, policy.facts[*fact.not_before], facts);
}

}  // namespace

std::vector<bool> facts_in_planes(const Context& context) {
    const model::Policy& policy = context.policy;
    std::vector<bool> facts(policy.facts.size(), false);
    for (const BuiltinFact routing : {BuiltinFact::line_of_business, BuiltinFact::benefit, BuiltinFact::request,
                                      BuiltinFact::first_start, BuiltinFact::date_of_service})
        facts[index_of(routing)] = true;
    facts[policy.selecting_fact] = true;
    for (const model::Approval& approval : policy.approvals) facts[approval.starts_on] = true;
    PlaneReadings(context).mark(facts, false);
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        if (facts[i]) mark_bounds(policy, policy.facts[i], facts);
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        for (const model::FactIndex implied : policy.facts[i].implies) facts[i] = facts[implied] = true;
    return facts;
}

std::vector<bool> facts_of_rows(const Context& context) {
    std::vector<bool> facts(context.policy.facts.size(), false);
    PlaneReadings(context).mark(facts, true);
    return facts;
}

}  // namespace pol::emission
