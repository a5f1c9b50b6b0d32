#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// Reports an expected amount that no approval computes, or that stands in a unit it is not shown in.
void check_expected_amount(const Context& context, const ast::ExpectQuantity& expected);

}  // namespace pol::checking
