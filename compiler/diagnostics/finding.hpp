#pragma once

#include "compiler/diagnostics/catalogue.hpp"
#include "compiler/source/span.hpp"

#include <cstdint>
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
};

}  // namespace pol
