#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// The code a computed amount is billed with, as a drug counts it while the text is in force; nothing where none does.
[[nodiscard]] const ast::BillingCode* billing_code(const ast::Policy& policy, const std::string& code);
/// Whether an amount is called by a code, not by a name.
[[nodiscard]] bool is_code(const ast::Name& name);

/// Every amount that a policy computes, in the order written.
[[nodiscard]] std::vector<const ast::QuantityApproved*> amounts_of(const ast::Policy& policy);

}  // namespace pol::checking
