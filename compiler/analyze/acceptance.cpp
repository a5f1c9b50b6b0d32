#include "compiler/analyze/acceptance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::analysis {

void Acceptance::add(FindingCode code, model::ClauseIndex clause, std::string message, const std::string& hint) {
    found_.emplace_back(code, clause);
    const std::string_view slug = catalogue_entry(code).slug;
    bool is_accepted = false;
    for (std::size_t i = 0; i < policy_.accepted.size(); ++i) {
        if (policy_.accepted[i].finding != slug || policy_.accepted[i].clause != clause) continue;
        is_used_[i] = true;
        is_accepted = true;
    }
    if (is_accepted) return;
    const model::Clause& place = policy_.clauses[clause];
    sink_.add(code, place.span, std::move(message),
              fmt::format("{}; if it is meant: `accepted {} at {} because \"…\"`", hint, slug, place.id));
}

bool Acceptance::has(FindingCode code, model::ClauseIndex clause) const {
    return std::find(found_.begin(), found_.end(), std::pair(code, clause)) != found_.end();
}

void Acceptance::report_unused() const {
    for (std::size_t i = 0; i < is_used_.size(); ++i)
        if (!is_used_[i])
            sink_.add(FindingCode::accepted_nothing, policy_.accepted[i].span,
                      fmt::format("`{}` has no finding `{}`", policy_.clauses[policy_.accepted[i].clause].id,
                                  policy_.accepted[i].finding),
                      "leave the line out");
}

}  // namespace pol::analysis
