#pragma once

#include "compiler/source/source_map.hpp"
#include "compiler/verify/printed_text.hpp"

#include <cstdint>
#include <vector>

namespace pol::verifying {

/// A line of a document in plain signs, without blanks at its ends and never empty.
struct PrintedLine {
    PrintedText text;
    /// An empty line, a new page or the document's beginning stands before it; the same behind it.
    bool gap_before = false;
    bool gap_behind = false;
    bool page_before = false;
};

/// The lines of a document that say something: without empty ones and without what stands on every page (page numbers,
/// headers and footers).
[[nodiscard]] std::vector<PrintedLine> printed_lines(const SourceFile& file, std::uint32_t number);

}  // namespace pol::verifying
