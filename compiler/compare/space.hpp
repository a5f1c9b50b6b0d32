#pragma once

#include "compiler/analyze/variables.hpp"
#include "compiler/compare/edits.hpp"
#include "compiler/compare/reads.hpp"
#include "compiler/compare/texts.hpp"

#include <set>
#include <vector>

namespace pol::comparison {

/// One fact with the answers that either text can tell apart, as far as they can be listed. The first is *not given*.
struct Choice {
    model::FactIndex fact = 0;
    std::vector<Answer> answers{};
    /// By answer, of a list: its entries. Empty for other facts.
    std::vector<std::vector<EntryRecord>> entries{};
    bool is_finite = true;
    /// Whether a rule that differs reads the fact.
    bool is_edited = false;
    /// The strongest level that is asked for: an answer with it is as good as any.
    Evidence strongest = Evidence::none;
};

/// The rules of one route of either text, as conditions.
struct RouteRules {
    std::vector<model::Condition> older;
    std::vector<model::Condition> newer;
};

/// All facts that the rules of a route read in either text. Their days lie around one day of both texts.
[[nodiscard]] std::vector<Choice> choices_of(const Texts& texts, const RouteRules& rules,
                                             const std::vector<Edit>& edits);

/// The day that is taken for the day of a request.
[[nodiscard]] Date day_of_requests(const Texts& texts);

}  // namespace pol::comparison
