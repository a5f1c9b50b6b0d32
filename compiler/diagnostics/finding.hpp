#pragma once

#include "compiler/diagnostics/catalogue.hpp"
#include "compiler/source/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pol {

/// A second place that belongs to a finding, with its caption.
struct Label {
    Span span;
    std::string caption;
};

/// One finding: what is wrong (or worth knowing), where, and how to go on. Severity comes from the catalogue.
/// Message: one sentence, lower case, no full stop, the author's words in backticks, no C++ or grammar terms.
struct Finding {
    FindingCode code;
    Span span;
    std::string message;
    std::string hint;
    std::vector<Label> labels;
    /// Set by the sink where a run judges the code more strictly than the catalogue.
    std::optional<Severity> severity = std::nullopt;
};

[[nodiscard]] inline Severity severity_of(const Finding& finding) {
    return finding.severity.value_or(catalogue_entry(finding.code).severity);
}

}  // namespace pol
