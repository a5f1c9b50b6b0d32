#include "compiler/interpret/quantities.hpp"

#include <fmt/format.h>

namespace pol {

std::optional<Decimal> quantity_of(const model::Policy& policy, const Result& result, const std::string& unit,
                                   const std::string& code) {
    const model::Approval& approval = policy.approvals[result.approval];
    if (!approval.has_schedule) return std::nullopt;
    for (const model::QuantityPerDose& per_dose : approval.per_dose) {
        if (per_dose.unit != unit || per_dose.code != code) continue;
        Decimal total = per_dose.amount;
        const bool overflow = __builtin_mul_overflow(total.digits, std::int64_t{result.doses.count}, &total.digits);
        return overflow ? std::nullopt : std::optional(total);
    }
    return std::nullopt;
}

bool same_amount(Decimal left, Decimal right) { return normalized(left) == normalized(right); }

std::string decimal_words(Decimal amount) {
    const Decimal shown = normalized(amount);
    std::string digits = fmt::format("{:0{}}", shown.digits < 0 ? -shown.digits : shown.digits, shown.places + 1);
    if (shown.places > 0) digits.insert(digits.size() - shown.places, 1, '.');
    return (shown.digits < 0 ? "-" : "") + digits;
}

}  // namespace pol
