#pragma once

#include "compiler/verify/document.hpp"

#include <vector>

namespace pol::verifying {

/// The rows of a revision history as it reads on: each begins with its date. A date that a row's words lead to
/// (`effective 01/01/2026`) begins none.
[[nodiscard]] std::vector<PrintedRow> printed_rows(const PrintedText& history);

}  // namespace pol::verifying
