#pragma once

#include "compiler/analyze/variables.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace pol::analysis {

/// What a partial state says about the sought one: it is one itself, no refinement of it can be one, or neither.
/// *Found* and *impossible* must be safe under refinement: an answer more may not make them wrong.
enum class Glance { found, impossible, undecided };
using Look = std::function<Glance(const interpretation::Answers&)>;

enum class Certainty { proved, tested, found };

struct Exploration {
    Certainty certainty = Certainty::proved;
    /// States that the statement covers (proved) or that were looked at (tested).
    std::uint64_t states = 0;
    /// By variable: which of its answers the found state has. As few given answers as possible.
    std::vector<std::size_t> found;
};

/// States that are looked at one by one; a larger space that resists pruning is tested only.
inline constexpr std::uint64_t state_limit = 4'000'000;
inline constexpr std::uint64_t sample_size = 1'000'000;
/// The same for spaces that are not finite: their telling answers, then more.
inline constexpr std::uint64_t open_state_limit = 10'000;
inline constexpr std::uint64_t open_sample_size = 5'000;
inline constexpr std::size_t open_answers_paired = 8;

/// Looks for a state over the variables, depth first, leaving out what cannot be it. Where that takes more than
/// `limit` states, or where variables are not finite: `samples` seeded states and every pair of answers.
[[nodiscard]] Exploration explore(const model::Policy& policy, const std::vector<Variable>& variables, const Look& look,
                                  std::uint64_t limit = state_limit, std::uint64_t samples = sample_size);

/// The same without samples: *tested* says that nothing is known.
[[nodiscard]] Exploration search_alone(const model::Policy& policy, const std::vector<Variable>& variables,
                                       const Look& look, std::uint64_t limit);

/// Of two conditions that hold together: which of all variables both read. Where they exclude each other it is by
/// these.
[[nodiscard]] std::vector<bool> read_by_both(const std::vector<Variable>& all, const std::vector<Variable>& one,
                                             const std::vector<Variable>& other);

/// The same search, choosing among the `first` variables before all others. One that these already rule out is proved,
/// whatever else is read.
[[nodiscard]] Exploration explore_first(const model::Policy& policy, const std::vector<Variable>& variables,
                                        const std::vector<bool>& first, const Look& look);

}  // namespace pol::analysis
