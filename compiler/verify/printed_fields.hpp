#pragma once

#include "compiler/verify/document.hpp"
#include "compiler/verify/lines.hpp"

#include <vector>

namespace pol::verifying {

/// The lines of a document's head that say its number, subject and dates: `POLICY NUMBER: …`, several a line perhaps.
[[nodiscard]] std::vector<PrintedField> printed_fields(const std::vector<PrintedLine>& lines);

}  // namespace pol::verifying
