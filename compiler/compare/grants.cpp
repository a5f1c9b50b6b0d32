#include "compiler/compare/grants.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/interpret/quantities.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::comparison {

namespace {

/// `quantity DRUG = …` is an amount for each code of the drug, of which a product has one.
bool has_many_codes(const model::Approval& approval) {
    return std::count_if(approval.amounts.begin(), approval.amounts.end(), [](const model::ComputedAmount& amount) {
               return !amount.code.empty() && amount.only_if.has_value();
           }) > 1;
}

}  // namespace

std::vector<Granted> granted_by(const model::Policy& policy, const Result& result) {
    std::vector<Granted> granted;
    if (result.outcome != Outcome::approved || result.open) return granted;
    const model::Approval& approval = policy.approvals[result.approval];
    const std::int32_t days = result.period.through.days - result.period.from.days + 1;
    granted.push_back({"period", number(days), fmt::format("{} days", days), "period"});
    if (approval.has_schedule)
        granted.push_back({"doses", number(result.doses.count), fmt::format("{} doses", result.doses.count), "doses"});
    for (const model::QuantityPerDose& quantity : approval.per_dose) {
        const std::optional<Decimal> amount = quantity_of(policy, result, quantity.unit, quantity.code);
        if (!amount) continue;
        const std::string unit = quantity.code.empty() ? quantity.unit : quantity.code;
        granted.push_back({unit, number(*amount), fmt::format("{} {}", decimal_words(*amount), unit), unit});
    }
    for (std::size_t i = 0; i < approval.amounts.size(); ++i) {
        if (!result.has_amount(static_cast<int>(i))) continue;
        const model::ComputedAmount& amount = approval.amounts[i];
        granted.push_back({amount.name, number(result.amounts[i]),
                           amount.name + " " + analysis::words_for_amount(result.amounts[i], amount.unit),
                           !amount.code.empty() && has_many_codes(approval) ? "billed units" : amount.name});
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
