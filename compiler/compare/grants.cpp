#include "compiler/compare/grants.hpp"

#include "compiler/interpret/quantities.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

namespace pol::comparison {

std::vector<Granted> granted_by(const model::Policy& policy, const Result& result) {
    std::vector<Granted> granted;
    if (result.outcome != Outcome::approved || result.open) return granted;
    const model::Approval& approval = policy.approvals[result.approval];
    const std::int32_t days = result.period.through.days - result.period.from.days + 1;
    granted.push_back({"period", number(days), fmt::format("{} days", days)});
    if (approval.has_schedule)
        granted.push_back({"doses", number(result.doses.count), fmt::format("{} doses", result.doses.count)});
    for (const model::QuantityPerDose& quantity : approval.per_dose) {
        const std::optional<Decimal> amount = quantity_of(policy, result, quantity.unit, quantity.code);
        if (!amount) continue;
        const std::string unit = quantity.code.empty() ? quantity.unit : quantity.code;
        granted.push_back({unit, number(*amount), fmt::format("{} {}", decimal_words(*amount), unit)});
    }
    for (std::size_t i = 0; i < approval.amounts.size(); ++i) {
        if (!result.has_amount(static_cast<int>(i))) continue;
        const model::ComputedAmount& amount = approval.amounts[i];
        granted.push_back({amount.name, number(result.amounts[i]),
                           fmt::format("{} {} {}", amount.name, decimal_words(result.amounts[i]), amount.unit)});
    }
    return granted;
}

std::string whole_words(const model::Policy& policy, const Result& result) {
    std::string words = words_for(policy, result);
    if (result.outcome != Outcome::approved || result.open) return words;
    words += fmt::format(" from {} through {}", iso_text(result.period.from), iso_text(result.period.through));
    for (const Granted& each : granted_by(policy, result))
        if (each.name != "period") words += ", " + each.words;
    return words;
}

}  // namespace pol::comparison
