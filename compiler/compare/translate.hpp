#pragma once

#include "compiler/compare/vocabulary.hpp"
#include "pol/record.hpp"

namespace pol::comparison {

/// One side of a comparison: which text of a vocabulary it is.
enum class Side { older, newer };

/// A policy in the words of a vocabulary, in force from `from` on: it means the same, and takes the requests of both
/// texts. A fact that it does not know it never reads; a value that it does not know is one that no rule of it names; a
/// line of business that it does not know has a box that is not ticked.
[[nodiscard]] model::Policy translated(const model::Policy& policy, const model::Policy& other,
                                       const Vocabulary& vocabulary, Side side, Date from);

/// A request in the words of a vocabulary, in those of one text alone. What that does not know is left out.
[[nodiscard]] RequestRecord in_words_of(const RequestRecord& request, const model::Policy& policy,
                                        const Vocabulary& vocabulary, Side side);

}  // namespace pol::comparison
