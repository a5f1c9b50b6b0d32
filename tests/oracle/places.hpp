#pragma once

#include "pol/description.hpp"
#include "pol/record.hpp"
#include "tests/oracle/qalsody_by_hand.hpp"

/// From the evaluator by hand to the tables of the policy: where its facts, clauses and targets stand in them.
namespace oracle {

struct Places {
    std::uint16_t facts[by_hand::fact_count];
    std::uint16_t clauses[by_hand::clause_count];
    /// By by_hand::Target; `no_index` for none.
    std::uint16_t targets[3];
    std::uint16_t clause_total;
    /// Whether the policy has every name that the hand knows; otherwise nothing here may be used.
    bool complete;
};

[[nodiscard]] Places find_places(const pol::PolicyDescription& policy);

/// The request in uniform form. `record` has an answer for every fact of the policy and keeps those not asked here.
void write_request(const by_hand::Request& request, const Places& places, pol::RequestRecord& record);

[[nodiscard]] pol::DecisionRecord to_record(const by_hand::Decision& decision, const Places& places);

[[nodiscard]] inline pol::Date to_pol(by_hand::Day day) {
    return pol::Date{static_cast<std::int32_t>(day.time_since_epoch().count())};
}

}  // namespace oracle
