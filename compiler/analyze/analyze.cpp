#include "compiler/analyze/analyze.hpp"

#include "compiler/analyze/acceptance.hpp"
#include "compiler/analyze/approval_gaps.hpp"
#include "compiler/analyze/constant_items.hpp"
#include "compiler/analyze/covered_outcomes.hpp"
#include "compiler/analyze/determinations.hpp"
#include "compiler/analyze/exceptions.hpp"
#include "compiler/analyze/fact_effects.hpp"
#include "compiler/analyze/printed.hpp"
#include "compiler/analyze/renewals.hpp"
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

std::vector<std::string> compare_readings(const model::Policy& policy, Sink& sink) {
    const analysis::PreparedPolicy prepared(policy);
    std::vector<std::string> lines;
    for (const auto& places : {analysis::printed_ambiguities(prepared), analysis::exception_ambiguities(prepared)})
        for (const analysis::Ambiguity& place : places)
            for (std::string& line : judge(prepared, place, sink)) lines.push_back(std::move(line));
    return lines;
}

void report_lifecycle(const model::Policy& policy, Sink& sink) {
    const analysis::PreparedPolicy prepared(policy);
    analysis::Acceptance findings(policy, sink);
    report_constant_items(prepared, findings);
    report_covered_outcomes(prepared, findings);
    report_renewal_denials(prepared, findings);
    report_approval_gaps(prepared, findings);
    report_facts_without_effect(prepared, findings);
    findings.report_unused();
}

void report_failing_scenarios(const model::Policy& policy, Sink& sink) {
    for (const ScenarioResult& result : run_scenarios(policy)) {
        if (result.differences.empty()) continue;
        std::string sentence;
        for (const std::string& difference : result.differences)
            sentence += (sentence.empty() ? "" : "; ") + difference;
        sink.add(FindingCode::scenario_fails, result.scenario->span, sentence,
                 lacks_evidence(policy, result)
                     ? "nothing in this scenario has evidence; begin it with `evidence documented`"
                     : "the expectation or the policy is wrong; `polc decide` explains every clause of a request");
    }
}

}  // namespace pol
