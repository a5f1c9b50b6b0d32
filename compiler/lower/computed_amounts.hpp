#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

/// An amount computed for an approval, shown in the unit that its statement names, or in the units that a code of the
/// policy's drugs is billed in.
[[nodiscard]] model::ComputedAmount to_computed_amount(Context& context, const ast::QuantityApproved& form,
                                                       model::ClauseIndex clause);

/// The equality by which a code is billed, of several the first that does not end before the text; null if the drugs
/// have none.
[[nodiscard]] const ast::BillingCode* billing_code(const Context& context, const std::string& code);

}  // namespace pol::lowering
