#include "compiler/diagnostics/sink.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pol {
void Sink::add(Finding finding) {
    if (std::find(escalated_.begin(), escalated_.end(), finding.code) != escalated_.end())
        finding.severity = Severity::error;
    if (severity_of(finding) == Severity::error) ++error_count_;
    const Span& span = finding.span;
    if (!known_.emplace(finding.code, span.file, span.begin, span.end, finding.message).second) return;
    findings_.push_back(std::move(finding));
}

void Sink::escalate(FindingCode code) { escalated_.push_back(code); }

void Sink::add(FindingCode code, Span span, std::string message, std::string hint) {
    add(Finding{.code = code, .span = span, .message = std::move(message), .hint = std::move(hint), .labels = {}});
}

std::vector<Finding> Sink::sorted() const {
    std::vector<Finding> result = findings_;
    const auto place = [](const Finding& finding) { return std::tuple(finding.span.file, finding.span.begin); };
    std::stable_sort(result.begin(), result.end(),
                     [&](const Finding& left, const Finding& right) { return place(left) < place(right); });
    return result;
}

}  // namespace pol
