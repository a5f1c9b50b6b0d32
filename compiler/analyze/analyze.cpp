#include "compiler/analyze/analyze.hpp"

#include "compiler/analyze/determinations.hpp"
#include "compiler/analyze/tables.hpp"
#include "compiler/interpret/scenarios.hpp"

#include <fmt/format.h>

namespace pol {

void prove_agreement(const model::Policy& policy, Sink& sink) {
    analysis::report_disagreeing_determinations(policy, sink);
    analysis::report_tables(policy, sink);
}

std::vector<PropertyResult> prove_checks(const model::Policy& policy, Sink& sink) {
    std::vector<PropertyResult> results;
    for (const model::NeverCheck& property : policy.never_checks)
        results.push_back(check_property(policy, property, sink));
    return results;
}

void report_failing_scenarios(const model::Policy& policy, Sink& sink) {
    for (const ScenarioResult& result : run_scenarios(policy)) {
        if (result.differences.empty()) continue;
        std::string sentence;
        for (const std::string& difference : result.differences)
            sentence += (sentence.empty() ? "" : "; ") + difference;
        sink.add(FindingCode::scenario_fails, result.scenario->span, sentence,
                 "the expectation or the policy is wrong; `polc decide` explains every clause of a request");
    }
}

}  // namespace pol
