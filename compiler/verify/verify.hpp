#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "compiler/source/source_map.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pol {

/// What of a document was compared, so that silence says something.
struct Verified {
    std::size_t items = 0;
    std::size_t boxes = 0;
    std::size_t figures = 0;
    std::size_t codes = 0;
    std::size_t rows = 0;
};

/// Compares a policy with the plain text of its printed document: head, boxes, labels, connectives, figures, codes,
/// references and history, never running words. Every difference is a finding at the policy's line, with the document's
/// line as a label. `document` is the number of its text in `sources`; one that is no plain text is a finding, and
/// nothing is compared. The policy need not be sound.
[[nodiscard]] std::optional<Verified> verify(const ast::Program& program, const SourceMap& sources,
                                             std::uint32_t document, Sink& sink);

}  // namespace pol
