#pragma once

#include "compiler/diagnostics/sink.hpp"
#include "compiler/model/policy.hpp"

#include <string>
#include <vector>

namespace pol::analysis {

/// Findings about clauses that an author may accept, with a reason: those accepted are kept back.
class Acceptance {
public:
    Acceptance(const model::Policy& policy, Sink& sink)
        : policy_(policy), sink_(sink), is_used_(policy.accepted.size(), false) {}

    void add(FindingCode code, model::ClauseIndex clause, std::string message, const std::string& hint);
    /// Whether the clause has a finding of this code, accepted or not.
    [[nodiscard]] bool has(FindingCode code, model::ClauseIndex clause) const;
    /// A warning for each that is accepted although there is no such finding.
    void report_unused() const;

private:
    const model::Policy& policy_;
    Sink& sink_;
    std::vector<bool> is_used_;
    std::vector<std::pair<FindingCode, model::ClauseIndex>> found_;
};

}  // namespace pol::analysis
