#pragma once

#include "compiler/diagnostics/sink.hpp"
#include "compiler/model/policy.hpp"

#include <cstdint>

namespace pol {

/// Proofs over the model that decide whether a policy may be built: determinations that can hold together agree
/// (or one is an exception to the other), and `check never` properties. An error names a member as witness.
void analyze(const model::Policy& policy, Sink& sink);

/// How one `check never` came out: proved over all states, or tested on seeded ones, or refuted (a finding then).
struct PropertyResult {
    enum class Verdict { proved, tested, refuted } verdict = Verdict::proved;
    std::uint64_t states = 0;
};
[[nodiscard]] PropertyResult check_property(const model::Policy& policy, const model::NeverCheck& property, Sink& sink);

}  // namespace pol
