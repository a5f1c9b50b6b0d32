#pragma once

#include "pol/record.hpp"

#include <string>
#include <string_view>

namespace pol::test {

/// A made-up policy with a fact of every type and source, a clause of every kind and a target of every kind: what
/// the reader and the writers do must not depend on any real policy.
[[nodiscard]] const PolicyDescription& sample_policy();

/// Places in the sample's tables.
namespace sample {

enum Fact : std::uint16_t {
    contract_excludes = builtin_fact_count,
    severity,
    inhaler,
    relief_only,
    onset,
    weight,
    balance,
    tokens,
    hemoglobin,
    score,
    trials,
    trials_severity,
    trials_length,
    trials_since,
    fact_count,
};

enum Clause : std::uint16_t {
    text,
    box_gold,
    box_silver,
    benefit,
    gate,
    a_1,
    a_2,
    a_2_a,
    a_2_b,
    a_3,
    a_4,
    a_otherwise,
    b_1,
    b_1_a,
    b_1_b,
    clause_count,
};

}  // namespace sample

/// A decision of the sample policy with every clause not for this member.
[[nodiscard]] DecisionRecord sample_decision(Outcome outcome);

}  // namespace pol::test
