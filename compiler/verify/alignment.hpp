#pragma once

#include "compiler/verify/clauses.hpp"
#include "compiler/verify/document.hpp"

#include <vector>

namespace pol::verifying {

/// Which item of the document each clause is, and the other way round; `nowhere` for those without a counterpart.
struct Alignment {
    std::vector<std::size_t> item_of;
    std::vector<std::size_t> clause_of;
    /// The more lies beside each other, and the better it fits, the more it is worth.
    double worth = 0;
};

/// Lays the labels of a policy and of its document beside each other, both in their order: as many as can be have the
/// same label, and items that say similar things lie beside each other even with different ones.
[[nodiscard]] Alignment align(const std::vector<Clause>& clauses, const std::vector<PrintedItem>& items);

}  // namespace pol::verifying
