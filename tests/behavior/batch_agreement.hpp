#pragma once

#include "compiler/model/policy.hpp"
#include "pol/batch/decisions.hpp"
#include "pol/record.hpp"
#include "tests/behavior/policy_columns.hpp"
#include "tests/support/decision_differences.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pol::testing {

/// Where a batch writes, with guards behind each array that tell whether it wrote too far.
class BatchOutputs {
public:
    BatchOutputs(std::size_t rows, std::size_t possible_count);

    [[nodiscard]] batch::Decisions decisions();
    /// What differs in a row from its decision, in words; empty if nothing does.
    [[nodiscard]] std::string difference(const model::Policy& policy, std::size_t row,
                                         const DecisionRecord& expected) const;
    /// Whether anything but the rows was written.
    [[nodiscard]] bool wrote_too_far() const;

private:
    std::size_t rows_;
    std::size_t possible_count_;
    std::vector<Outcome> outcomes_;
    std::vector<batch::Plane> denials_;
    std::vector<batch::Plane> possible_;
    std::vector<std::int32_t> from_;
    std::vector<std::int32_t> through_;
};

/// How many results a batch of the policy tells apart.
[[nodiscard]] std::size_t possible_count(const model::Policy& policy);

/// The requests of `records` by the functions that a policy declares for its `Columns`, against `decide` of each.
/// Returns the first difference.
template <class Columns, class Entries>
[[nodiscard]] std::string batch_difference(const model::Policy& policy, const List<FactDescription>& facts,
                                           const std::vector<RequestRecord>& records) {
    const PolicyColumns<Columns, Entries> held(facts, records);
    const Columns& columns = held.columns();
    BatchOutputs outputs(records.size(), possible_count(policy));
    decide(columns, records.size(), outputs.decisions());
    if (outputs.wrote_too_far()) return "the batch writes beyond its rows";
    for (std::size_t row = 0; row < records.size(); ++row) {
        const std::string found = outputs.difference(policy, row, to_record(decide(request_at(columns, row))));
        if (!found.empty()) return found + "\n" + to_text(policy, records[row]);
    }
    return {};
}

}  // namespace pol::testing
