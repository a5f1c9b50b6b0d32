#pragma once

#include "compiler/model/policy.hpp"

#include <string>
#include <vector>

namespace pol::test {

/// Everything a model holds, as text that people compare: one table after another, with names instead of indices.
[[nodiscard]] std::string model_text(const model::Policy& policy);

/// Pieces of it, for tests that look at one thing.
[[nodiscard]] std::string condition_text(const model::Policy& policy, const model::Condition& condition);
/// `(weight [attested] / (height [attested] * 1/100))`: in base units, fully in parentheses.
[[nodiscard]] std::string expression_text(const model::Policy& policy, const model::Expression& expression);
/// `trials [documented] where (trials.length is at least 42)`.
[[nodiscard]] std::string filter_text(const model::Policy& policy, const model::EntryFilter& filter);
/// `onset [documented] - 2 months + 1 days`.
[[nodiscard]] std::string day_text(const model::Policy& policy, const model::Day& day);
/// What the name stands for: `means …` or `= …`.
[[nodiscard]] std::string term_text(const model::Policy& policy, const model::Term& term);
[[nodiscard]] std::string amount_text(const model::Policy& policy, const model::ComputedAmount& amount);
[[nodiscard]] std::string group_text(const model::Policy& policy, const model::RequirementGroup& group);
/// Facts that are given or not knowable: `diagnosis als documented, birth_date 1974-05-02`.
[[nodiscard]] std::string request_text(const model::Policy& policy, const RequestRecord& request);
[[nodiscard]] std::string expected_text(const model::Policy& policy, const model::Expected& expected);
/// `100 unit hcpcs J1304, 100 mg, 15 mL, 1 vial ndc 64406-0109-01`.
[[nodiscard]] std::string quantities_text(const std::vector<model::QuantityPerDose>& quantities);
/// Ids of clauses, `MMC.1, MMC.2`; `-` for none.
[[nodiscard]] std::string clauses_text(const model::Policy& policy, const std::vector<model::ClauseIndex>& clauses);

}  // namespace pol::test
