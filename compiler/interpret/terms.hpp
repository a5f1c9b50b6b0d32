#pragma once

#include "compiler/interpret/answers.hpp"

namespace pol::interpretation {

/// Evaluates every term of the policy for these answers, once and in order: a term reads only terms before it. What
/// they came out as before is forgotten.
void define_terms(Answers& answers);

}  // namespace pol::interpretation
