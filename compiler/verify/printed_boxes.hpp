#pragma once

#include "compiler/verify/document.hpp"
#include "compiler/verify/headings.hpp"

#include <vector>

namespace pol::verifying {

/// The boxes with the words behind them, up to the next box or the end of their paragraph: those before the first part
/// with criteria, or all if there are none.
[[nodiscard]] std::vector<PrintedBox> printed_boxes(const std::vector<ZonedLine>& lines);

}  // namespace pol::verifying
