#pragma once

#include "compiler/analyze/ambiguity.hpp"

#include <vector>

namespace pol::analysis {

/// How an item about some members only could also be meant. One that asks for a fact which implies another, as one
/// that is asked only where the other holds: *for patients with a tracheostomy, …*. One that is asked only under a
/// condition, as one that asks for both of everybody.
void add_variants(const PreparedPolicy& prepared, model::ClauseIndex clause, std::size_t subject,
                  std::vector<Variant>& variants);

}  // namespace pol::analysis
