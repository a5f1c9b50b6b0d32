#pragma once

#include "compiler/advise/denial.hpp"

#include <string>
#include <vector>

namespace pol::advise {

/// `trials: two more entries`, `weight 70 kg`.
[[nodiscard]] std::string words_for(const model::Policy& policy, const RequestRecord& request, const Change& change);
/// What a request says of a fact: `diagnosis other documented`, `birth_date 2010-03-01`, `trials not given`.
[[nodiscard]] std::string stated_words(const model::Policy& policy, const RequestRecord& request,
                                       model::FactIndex fact);
/// `approved from 2026-07-01 through 2026-12-31`; what is approved else is left out.
[[nodiscard]] std::string outcome_words(const model::Policy& policy, const DecisionRecord& decision);
/// What has to be done for a fact to change: `supply`, `measure again`, `add`, `wait`, `otherwise`.
[[nodiscard]] const char* words_for(Means means);
/// What a clause asks for, as its author writes it; empty where it is told by no condition of its own.
[[nodiscard]] std::string condition_words(const model::Policy& policy, model::ClauseIndex clause);
/// `birth_date 2010-03-01 is 16 years on 2026-07-01`, for ages that a clause asks for.
[[nodiscard]] std::vector<std::string> age_words(const model::Policy& policy, const RequestRecord& request,
                                                 model::ClauseIndex clause);

}  // namespace pol::advise
