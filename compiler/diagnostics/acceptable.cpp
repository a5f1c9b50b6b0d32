#include "compiler/diagnostics/acceptable.hpp"

#include "compiler/diagnostics/catalogue.hpp"

namespace pol {

std::vector<std::string> acceptable_findings() {
    std::vector<std::string> codes;
    for (const FindingCode code :
         {FindingCode::never_fails, FindingCode::never_holds, FindingCode::one_age_only, FindingCode::outcome_covered,
          FindingCode::renewal_denied, FindingCode::approval_gap, FindingCode::fact_without_effect})
        codes.emplace_back(catalogue_entry(code).slug);
    return codes;
}

}  // namespace pol
