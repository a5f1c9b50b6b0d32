#pragma once

#include <string_view>
#include <vector>

namespace pol {

enum class Severity { error, warning };

[[nodiscard]] std::string_view severity_word(Severity severity);

/// Every finding the compiler can make. The slug (`unknown-name`) is its stable code; see catalogue.def.
enum class FindingCode {
#define POL_FINDING(identifier, slug, severity, summary) identifier,
#include "compiler/diagnostics/catalogue.def"
#undef POL_FINDING
};

struct CatalogueEntry {
    FindingCode code;
    std::string_view slug;
    Severity severity;
    std::string_view summary;
};

[[nodiscard]] const CatalogueEntry& catalogue_entry(FindingCode code);
[[nodiscard]] const std::vector<CatalogueEntry>& catalogue();

}  // namespace pol
