#pragma once

#include "compiler/verify/clauses.hpp"
#include "compiler/verify/document.hpp"

#include <vector>

namespace pol::verifying {

/// Capital letters and roman numbers that no clause is labelled by (`A. Adults`, `IV. Children`) are headings: what
/// stands behind them goes on the item before.
void read_on_behind_headings(Document& document, const std::vector<Clause>& clauses);

}  // namespace pol::verifying
