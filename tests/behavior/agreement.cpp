#include "tests/behavior/agreement.hpp"

#include "tests/support/decision_differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace pol::testing {

namespace {

/// Whether the doses of every approval are those of the rule it names, also where several rules give one result.
bool doses_fit(const model::Policy& policy, const DecisionRecord& decision) {
    return std::all_of(decision.results.begin(), decision.results.end(), [&](const ResultRecord& record) {
        const Result& result = record.result;
        if (result.outcome != Outcome::approved || result.open) return true;
        const model::Approval& approval = policy.approvals[result.approval];
        return !approval.has_schedule || result.doses == doses_in(approval.schedule, result.first_dose, result.period);
    });
}

}  // namespace

std::string difference_between(const model::Policy& policy, const RequestRecord& request,
                               const DecisionRecord& interpreted, const DecisionRecord& generated) {
    const std::string difference = first_difference(policy, interpreted, generated);
    if (difference.empty() && doses_fit(policy, generated)) return {};
    return fmt::format("{}\n  {}", to_text(policy, request),
                       difference.empty() ? "doses that are not those of the rule" : difference);
}

}  // namespace pol::testing
