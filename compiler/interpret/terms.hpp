#pragma once

#include "compiler/interpret/answers.hpp"

namespace pol::interpretation {

/// What a term comes out as for these answers. It is evaluated once: a term reads only terms before it.
[[nodiscard]] const Definition& definition_of(const Answers& answers, model::TermIndex term);

/// Forgets what terms came out as, after answers have changed.
void forget_terms(Answers& answers);

}  // namespace pol::interpretation
