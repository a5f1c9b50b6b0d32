#pragma once

#include "pol/record.hpp"

#include <string>
#include <vector>

namespace pol::json {

/// What a result cites beyond its own clauses. All lists are in file order (documents: order of first citation) and
/// hold each entry once.

using Indices = std::vector<std::uint16_t>;

/// What makes the id of a clause full, `PHARMACY-127/2026-06-01/` before `MMC.6`: number and text.
[[nodiscard]] std::string id_prefix(const PolicyDescription& policy);

/// The justification items of the clauses.
[[nodiscard]] Indices because_items(const PolicyDescription& policy, const Indices& clauses);

/// The other documents that the clauses point to, as indices of targets.
[[nodiscard]] Indices cited_documents(const PolicyDescription& policy, const Indices& clauses);

/// Whether the policy has no text in force on the selecting date.
[[nodiscard]] bool says_no_text(const PolicyDescription& policy, const Indices& clauses);

/// The approval that set the period and doses of a closed approval, or null.
[[nodiscard]] const ApprovalDescription* approval_of(const PolicyDescription& policy, const Result& result);

/// The clauses that set the computed amounts of an approval.
[[nodiscard]] Indices amount_clauses(const ApprovalDescription& approval);

/// The readings that bear on any clause the decision names outside its trace, as indices.
[[nodiscard]] Indices bearing_readings(const PolicyDescription& policy, const DecisionRecord& decision);

}  // namespace pol::json
