#include "runtime/json/citations.hpp"

#include "pol/date_text.hpp"
#include "pol/json/words.hpp"

#include <algorithm>

namespace pol::json {

namespace {

[[nodiscard]] bool holds(const Indices& indices, std::uint16_t index) {
    return std::find(indices.begin(), indices.end(), index) != indices.end();
}

void add_once(Indices& indices, std::uint16_t index) {
    if (index != no_index && !holds(indices, index)) indices.push_back(index);
}

[[nodiscard]] Indices named_clauses(const PolicyDescription& policy, const DecisionRecord& decision) {
    Indices named = decision.clauses;
    for (const ResultRecord& possible : decision.results) {
        for (const std::uint16_t clause : possible.clauses) add_once(named, clause);
        if (const ApprovalDescription* approval = approval_of(policy, possible.result)) {
            add_once(named, approval->terms.period_clause);
            add_once(named, approval->dose_clause);
            for (const std::uint16_t clause : amount_clauses(*approval)) add_once(named, clause);
        }
    }
    for (const QuestionRecord& question : decision.questions)
        for (const std::uint16_t clause : question.clauses) add_once(named, clause);
    for (const std::uint16_t item : because_items(policy, named)) add_once(named, item);
    return named;
}

}  // namespace

std::string id_prefix(const PolicyDescription& policy) {
    return std::string(view(policy.number)) + '/' + iso_text(policy.text_from) + '/';
}

Indices because_items(const PolicyDescription& policy, const Indices& clauses) {
    Indices items;
    for (const std::uint16_t clause : clauses)
        for (const std::uint16_t item : policy.clauses[clause].because) add_once(items, item);
    return items;
}

Indices cited_documents(const PolicyDescription& policy, const Indices& clauses) {
    Indices documents;
    for (const std::uint16_t clause : clauses)
        for (const std::uint16_t target : policy.clauses[clause].see_targets) add_once(documents, target);
    return documents;
}

bool says_no_text(const PolicyDescription& policy, const Indices& clauses) {
    return !clauses.empty() && std::all_of(clauses.begin(), clauses.end(), [&](std::uint16_t clause) {
        return policy.clauses[clause].kind == ClauseKind::text;
    });
}

const ApprovalDescription* approval_of(const PolicyDescription& policy, const Result& result) {
    if (result.outcome != Outcome::approved || result.open || result.approval == no_index) return nullptr;
    return &policy.approvals[result.approval];
}

Indices amount_clauses(const ApprovalDescription& approval) {
    Indices clauses;
    for (const AmountDescription& amount : approval.amounts) add_once(clauses, amount.clause);
    return clauses;
}

Indices bearing_readings(const PolicyDescription& policy, const DecisionRecord& decision) {
    const Indices named = named_clauses(policy, decision);
    Indices bearing;
    for (std::uint16_t i = 0; i < policy.readings.size; ++i) {
        const List<std::uint16_t> clauses = policy.readings[i].clauses;
        if (std::any_of(clauses.begin(), clauses.end(), [&](std::uint16_t clause) { return holds(named, clause); }))
            bearing.push_back(i);
    }
    return bearing;
}

}  // namespace pol::json
