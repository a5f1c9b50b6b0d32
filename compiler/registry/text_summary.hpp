#pragma once

#include "compiler/model/policy.hpp"
#include "compiler/source/span.hpp"
#include "pol/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pol::registry {

/// What a registry must know of one text of a policy; `polc compile --summary` writes it beside the evaluator, so that
/// a registry of thousands is made anew without reading one policy, and only when one of these changes.
struct TextSummary {
    /// The policy's name and the C++ namespace of its evaluator.
    std::string name;
    std::string space;
    std::string number;
    /// Texts of one plan with one number are a series.
    std::string plan;
    Date from;
    /// `open_end` while the text has no last day.
    Date through = open_end;
    /// The fact that selects the text: `date_of_service` or `date_of_request`.
    std::string selected_by;
    /// Whether another document holds before the text: `earlier refer to …`.
    bool earlier_refers = false;
    std::vector<model::ListedCode> codes;
    /// The line `text`; of a summary that was read its file is not known.
    Span line;
};

[[nodiscard]] TextSummary summary_of(const model::Policy& policy, const std::string& space);

/// One JSON object with a line end: same summary, same bytes.
[[nodiscard]] std::string write_summary(const TextSummary& summary);

/// Nothing if the text is no such object.
[[nodiscard]] std::optional<TextSummary> read_summary(std::string_view text);

/// `hcpcs`, `cpt`, `icd10cm` or `ndc`, as policies write it.
[[nodiscard]] const char* word_of(CodeSystem system);

}  // namespace pol::registry
