#pragma once

#include "compiler/compare/definitions.hpp"
#include "compiler/compare/groups.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pol {

/// What changes for whom between two texts of a policy.
struct Comparison {
    std::unique_ptr<const comparison::Texts> texts;
    std::vector<comparison::Edit> edits;
    std::vector<comparison::DefinitionEdit> definitions;
    /// Stricter first, then looser, moved and asked.
    std::vector<comparison::Group> changes;
    /// Combinations of answers that were compared, and whether they are all that the rules can tell apart. Without an
    /// edit nothing is compared: both texts say the same.
    std::uint64_t compared = 0;
    bool is_complete = true;
};

/// Compares what two texts decide, as if both were in force on the day of every request.
[[nodiscard]] Comparison compare(const model::Policy& older, const model::Policy& newer);

}  // namespace pol
