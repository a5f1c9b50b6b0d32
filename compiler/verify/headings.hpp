#pragma once

#include "compiler/verify/lines.hpp"

#include <vector>

namespace pol::verifying {

/// The parts that documents of coverage policies have, by the headings they print.
enum class Zone { top, boxes, description, policy, guidelines, codes, references, history };

/// A line and the part of the document it stands in. Headings themselves are left out.
struct ZonedLine {
    PrintedLine line;
    Zone zone = Zone::top;
    /// First of its part.
    bool begins_zone = false;
};

/// Sorts lines by the headings above them. What stands behind a heading on its line goes on as a line of its own. Where
/// no heading opens a policy, all before the codes, the references or the history is one.
[[nodiscard]] std::vector<ZonedLine> zoned_lines(const std::vector<PrintedLine>& lines);

}  // namespace pol::verifying
