#pragma once

#include "compiler/diagnostics/sink.hpp"
#include "compiler/registry/text_summary.hpp"
#include "compiler/source/span.hpp"

#include <vector>

namespace pol::registry {

/// A text with the place of its line `text`.
struct PlacedText {
    const TextSummary* summary = nullptr;
    Span line;
};

/// The order of texts in a registry: by number, plan, then first day.
[[nodiscard]] bool comes_before(const TextSummary& left, const TextSummary& right);

/// Whether they are texts of one policy: numbers are those of a plan, so that two plans may use the same.
[[nodiscard]] bool are_one_series(const TextSummary& left, const TextSummary& right);

/// What is wrong with texts of one policy: they overlap, leave days between them for which nobody answers, or are not
/// selected by the same date. Findings stand at the later text. A gap before a text that refers to another document is
/// none: that document holds there.
void check_series(std::vector<PlacedText> texts, Sink& sink);

}  // namespace pol::registry
