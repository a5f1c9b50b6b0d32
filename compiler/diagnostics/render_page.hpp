#pragma once

#include "compiler/diagnostics/catalogue.hpp"

#include <string>

namespace pol {

/// The page of a finding for a terminal: what it means, an example of it, what polc says, how to mend it. Ends with a
/// line end.
[[nodiscard]] std::string render_page_text(const CatalogueEntry& entry, bool colour);

/// The same as Markdown, from its heading on.
[[nodiscard]] std::string render_page_markdown(const CatalogueEntry& entry);

/// The pages of all codes as one Markdown document, with the example policy that they share: docs/findings.md.
[[nodiscard]] std::string render_all_pages();

/// One line a code, in the order of the catalogue: code, severity, summary.
[[nodiscard]] std::string render_codes();

}  // namespace pol
