#pragma once

#include "compiler/diagnostics/sink.hpp"
#include "compiler/model/policy.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pol {

/// Proves that determinations that can hold together agree, or one is an exception to the other. An error names a
/// member as witness. Without it no request may be decided.
void prove_agreement(const model::Policy& policy, Sink& sink);

/// How one `check never` came out: proved over all states, or tested on seeded ones, or refuted.
struct PropertyResult {
    enum class Verdict { proved, tested, refuted } verdict = Verdict::proved;
    /// Those a proof covers; of a property that is tested, those that were looked at where there is no proof.
    std::uint64_t states = 0;
    /// `check never approved when age at date_of_service is less than 18 years`.
    std::string property;
    /// The member that refutes it, in words; empty otherwise.
    std::string witness;
};
[[nodiscard]] PropertyResult check_property(const model::Policy& policy, const model::NeverCheck& property);
/// The same, with a finding where the property is refuted.
[[nodiscard]] PropertyResult check_property(const model::Policy& policy, const model::NeverCheck& property, Sink& sink);
/// All of the policy's, in the order written. Without them nothing may be built from it.
[[nodiscard]] std::vector<PropertyResult> prove_checks(const model::Policy& policy, Sink& sink);
/// `check never approved when …: proved over 393660 states`.
[[nodiscard]] std::string describe(const PropertyResult& result);

/// Compares how the policy groups what the document joins by AND and OR, and how far its exceptions reach, with how
/// else the words can be read. A warning with a member where another reading decides otherwise and no `reading` says
/// what is meant. The lines, for people, have counts and members also where one does.
[[nodiscard]] std::vector<std::string> compare_readings(const model::Policy& policy, Sink& sink);

/// What a policy comes to that its author may not mean: items that never hold or never fail, outcomes that others
/// cover, renewals that deny what was approved, gaps between approvals, facts without effect. Warnings; those that the
/// policy accepts at their clause are kept back, and one that is accepted for nothing is a warning, too.
void report_lifecycle(const model::Policy& policy, Sink& sink);

/// Runs the scenarios; an error for each that does not come out as it says.
void report_failing_scenarios(const model::Policy& policy, Sink& sink);

}  // namespace pol
