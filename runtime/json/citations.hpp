#pragma once

#include "pol/json/decision_view.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pol::json {

/// What a result cites beyond its own clauses. All lists are in file order (documents: order of first citation) and
/// hold each entry once.

using Indices = std::vector<std::uint16_t>;
using IndexSpan = std::span<const std::uint16_t>;

/// What makes the id of a clause full, `PHARMACY-127/2026-06-01/` before `MMC.6`: number and text.
[[nodiscard]] std::string id_prefix(const PolicyDescription& policy);

/// Sets `items` to the justification items of the clauses.
void set_because_items(Indices& items, const PolicyDescription& policy, IndexSpan clauses);

/// Sets `documents` to the other documents that the clauses point to, as indices of targets.
void set_cited_documents(Indices& documents, const PolicyDescription& policy, IndexSpan clauses);

/// Sets `clauses` to those that set the computed amounts of an approval.
void set_amount_clauses(Indices& clauses, const ApprovalDescription& approval);

/// Whether the policy has no text in force on the selecting date.
[[nodiscard]] bool says_no_text(const PolicyDescription& policy, IndexSpan clauses);

/// The approval that set the period and doses of a closed approval, or null.
[[nodiscard]] const ApprovalDescription* approval_of(const PolicyDescription& policy, const Result& result);

/// The clauses that a decision names outside its trace.
class NamedClauses {
public:
    explicit NamedClauses(const PolicyDescription& policy) : policy_(policy) {}

    void set(const DecisionView& decision);
    /// Whether a reading bears on any of them.
    [[nodiscard]] bool bear(const ReadingDescription& reading) const;

private:
    void add(IndexSpan clauses);
    void add_one(std::uint16_t clause);
    void add_result(const PossibleView& possible);

    const PolicyDescription& policy_;
    std::vector<bool> named_{};
};

}  // namespace pol::json
