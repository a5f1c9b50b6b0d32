#pragma once

#include "compiler/diagnostics/finding.hpp"
#include "compiler/source/source_map.hpp"

#include <string>
#include <vector>

namespace pol {

/// `file:line:col: error: sentence [code]`, the line, an underline, labels and the hint. Ends with a line end.
[[nodiscard]] std::string render_text(const std::vector<Finding>& findings, const SourceMap& sources, bool colour);

/// One JSON array of findings: file, line, column, end, severity, code, message, hint, labels. Ends with a line end.
[[nodiscard]] std::string render_json(const std::vector<Finding>& findings, const SourceMap& sources);

}  // namespace pol
