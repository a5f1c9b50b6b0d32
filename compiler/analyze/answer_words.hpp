#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <string>
#include <vector>

namespace pol::analysis {

/// The value of a given answer as scenarios write it: `7.2 kg on 2026-02`. A list has its value in its entries.
[[nodiscard]] std::string words_for_answer(const model::Fact& fact, const Answer& answer);

/// A day, or the month or year that is all that is known of it: `2026-02-20`, `2026-02`, `2026`.
[[nodiscard]] std::string words_for_days(DateRange days);

/// The entries of one list among those of a request: `(drug sertraline, length 42 days), (drug venlafaxine)`, or
/// `none`.
[[nodiscard]] std::string words_for_entries(const model::Policy& policy, const std::vector<EntryRecord>& entries,
                                            model::FactIndex list);

}  // namespace pol::analysis
