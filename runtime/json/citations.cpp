#include "runtime/json/citations.hpp"

#include "pol/date_text.hpp"
#include "pol/json/words.hpp"

#include <algorithm>

namespace pol::json {

namespace {

void add_once(Indices& indices, std::uint16_t index) {
    if (index != no_index && std::find(indices.begin(), indices.end(), index) == indices.end())
        indices.push_back(index);
}

}  // namespace

std::string id_prefix(const PolicyDescription& policy) {
    return std::string(view(policy.number)) + '/' + iso_text(policy.text_from) + '/';
}

void set_because_items(Indices& items, const PolicyDescription& policy, IndexSpan clauses) {
    items.clear();
    for (const std::uint16_t clause : clauses)
        for (const std::uint16_t item : policy.clauses[clause].because) add_once(items, item);
}

void set_cited_documents(Indices& documents, const PolicyDescription& policy, IndexSpan clauses) {
    documents.clear();
    for (const std::uint16_t clause : clauses)
        for (const std::uint16_t target : policy.clauses[clause].see_targets) add_once(documents, target);
}

void set_amount_clauses(Indices& clauses, const ApprovalDescription& approval) {
    clauses.clear();
    for (const AmountDescription& amount : approval.amounts) add_once(clauses, amount.clause);
}

bool says_no_text(const PolicyDescription& policy, IndexSpan clauses) {
    return !clauses.empty() && std::all_of(clauses.begin(), clauses.end(), [&](std::uint16_t clause) {
        return policy.clauses[clause].kind == ClauseKind::text;
    });
}

const ApprovalDescription* approval_of(const PolicyDescription& policy, const Result& result) {
    if (result.outcome != Outcome::approved || result.open || result.approval == no_index) return nullptr;
    return &policy.approvals[result.approval];
}

void NamedClauses::set(const DecisionView& decision) {
    named_.assign(policy_.clauses.size, false);
    add(decision.clauses);
    for (const PossibleView& possible : decision.results) add_result(possible);
    for (const QuestionView& question : decision.questions) add(question.clauses);
}

bool NamedClauses::bear(const ReadingDescription& reading) const {
    return std::any_of(reading.clauses.begin(), reading.clauses.end(),
                       [&](std::uint16_t clause) { return named_[clause]; });
}

void NamedClauses::add_result(const PossibleView& possible) {
    add(possible.clauses);
    const ApprovalDescription* const approval = approval_of(policy_, *possible.result);
    if (approval == nullptr) return;
    add_one(approval->terms.period_clause);
    add_one(approval->dose_clause);
    for (const AmountDescription& amount : approval->amounts) add_one(amount.clause);
}

void NamedClauses::add(IndexSpan clauses) {
    for (const std::uint16_t clause : clauses) add_one(clause);
}

/// A clause is named with the items that justify it.
void NamedClauses::add_one(std::uint16_t clause) {
    if (clause == no_index || named_[clause]) return;
    named_[clause] = true;
    for (const std::uint16_t item : policy_.clauses[clause].because) named_[item] = true;
}

}  // namespace pol::json
