#pragma once

#include "compiler/verify/lines.hpp"

#include <vector>

namespace pol::verifying {

/// Leaves out what a document prints on its pages and not in its text: lines that number pages, and lines repeated from
/// page to page. A line that is repeated at the top of the document stays there once, as it names the policy.
[[nodiscard]] std::vector<PrintedLine> without_furniture(std::vector<PrintedLine> lines);

}  // namespace pol::verifying
