#pragma once

#include "compiler/verify/comparison.hpp"

#include <vector>

namespace pol::verifying {

/// All that a clause records for the figures printed at it: its own, those of the clauses above and below it, of the
/// paragraphs without a label behind it, of what these see, ask again or name.
[[nodiscard]] std::vector<Figure> recorded_for(const Comparison& comparison, std::size_t clause);

/// The texts of the document in which the figures of a clause may stand: its item, those above and below it. Of a
/// clause without a label what stands behind the item before it, or before all items.
[[nodiscard]] std::vector<const PrintedText*> texts_for(const Comparison& comparison, std::size_t clause);

/// The item of the document at or before a clause; `nowhere` if there is none.
[[nodiscard]] std::size_t item_before(const Comparison& comparison, std::size_t clause);

}  // namespace pol::verifying
