#include "compiler/diagnostics/catalogue.hpp"

namespace pol {

std::string_view severity_word(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
    }
    return {};
}

const std::vector<CatalogueEntry>& catalogue() {
    static const std::vector<CatalogueEntry> entries = {
#define POL_FINDING(identifier, slug, severity, summary) {FindingCode::identifier, slug, Severity::severity, summary},
#include "compiler/diagnostics/catalogue.def"
#undef POL_FINDING
    };
    return entries;
}

const CatalogueEntry& catalogue_entry(FindingCode code) { return catalogue()[static_cast<std::size_t>(code)]; }

}  // namespace pol
