#pragma once

#include "compiler/diagnostics/finding.hpp"
#include "compiler/source/source_map.hpp"

#include <string>
#include <vector>

namespace pol {

/// `file:line:col: error: sentence [code]`, the line, an underline, labels and the hint. Ends with a line end.
[[nodiscard]] std::string render_text(const std::vector<Finding>& findings, const SourceMap& sources, bool colour);

/// `1 error, 28 warnings; the error is at file:line:col`, as one error is easily overlooked among warnings. Nothing for
/// a finding that stands alone. Ends with a line end.
[[nodiscard]] std::string render_counts(const std::vector<Finding>& findings, const SourceMap& sources, bool colour);

/// One JSON array of findings: file, line, column, end, severity, code, message, hint, labels. Ends with a line end.
[[nodiscard]] std::string render_json(const std::vector<Finding>& findings, const SourceMap& sources);

/// How a run of polc ended, for logs that say so.
struct Invocation {
    std::string version;
    int exit_code = 0;
    std::string exit_meaning;
    /// Whether everything could be read and written.
    bool done = true;
    /// Where polc was started; files in it are named as seen from there.
    std::string folder;
};

/// One log in SARIF 2.1.0 of the findings and of the run. Fingerprints do not change when lines move. Ends with a line
/// end.
[[nodiscard]] std::string render_sarif(const std::vector<Finding>& findings, const SourceMap& sources,
                                       const Invocation& invocation);

}  // namespace pol
