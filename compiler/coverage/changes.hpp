#pragma once

#include "compiler/coverage/change.hpp"

namespace pol::coverage {

/// Makes every change of a policy, one after the other in the order of the policy, and visits it with each. Changed
/// policies can be interpreted, whatever they say; afterwards the policy is as before. What is changed: conditions,
/// groups, requirements, determinations, boxes, benefits, lines and sections, the text's days, approvals, doses and
/// quantities, definitions, the calendar and what facts imply.
void for_each_change(model::Policy& policy, const Visit& visit);

}  // namespace pol::coverage
