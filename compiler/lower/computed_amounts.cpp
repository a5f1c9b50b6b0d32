#include "compiler/lower/computed_amounts.hpp"

#include "compiler/lower/dates.hpp"
#include "compiler/lower/fraction.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/values.hpp"

#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

bool is_billable(const ast::BillingCode& code) { return code.amount && code.unit; }

/// So many billing units are one base unit.
model::Fraction units_in_one(const ast::BillingCode& code) {
    const ast::Quantity unit{.amount = *code.amount, .unit = code.unit, .span = code.span};
    const model::Fraction size = in_base_units(unit);
    return {.numerator = size.denominator, .denominator = size.numerator};
}

void set_code(const ast::BillingCode& code, model::ComputedAmount& amount) {
    amount.unit = "unit";
    amount.system = code.system.text;
    amount.code = code.code.text;
    amount.factor = units_in_one(code);
}

/// From base units, in which values are computed.
void set_unit(const std::string& unit, model::ComputedAmount& amount) {
    const auto factor = units::conversion({unit_named(unit).dimension, {}}, unit_named(unit));
    assert(factor);
    amount.unit = unit;
    amount.factor = Fraction::from(*factor).parts();
}

}  // namespace

const ast::BillingCode* billing_code(const Context& context, const std::string& code) {
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy_of(context.program)))
        for (const auto& each : drug->codes) {
            const auto* billing = std::get_if<ast::BillingCode>(&each);
            if (!billing || billing->code.text != code || !is_billable(*billing)) continue;
            if (!billing->through || context.policy.text_from <= to_range(*billing->through).last) return billing;
        }
    return nullptr;
}

model::ComputedAmount to_computed_amount(const Context& context, const ast::QuantityApproved& form,
                                         model::ClauseIndex clause) {
    model::ComputedAmount amount;
    amount.clause = clause;
    amount.name = form.what.text;
    amount.phrase = form.phrase ? form.phrase->text : "";
    amount.value = to_expression(context, form.amount, context.minimum);
    if (const ast::BillingCode* code = billing_code(context, form.what.text))
        set_code(*code, amount);
    else
        set_unit(form.unit ? form.unit->text : "", amount);
    return amount;
}

}  // namespace pol::lowering
