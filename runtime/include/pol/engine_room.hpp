#pragma once

#include "pol/bits.hpp"

namespace pol {

/// How much the engine has room for. Policies of one room share the engine that is compiled for it.
struct EngineRoom {
    int clauses = 64;
    int facts = 64;
    /// Places of results, sections by kind of request, and `implies` rules: as many of each.
    int places = 64;

    /// Values of the routing facts, all combined.
    [[nodiscard]] constexpr int routes() const noexcept { return places * 8; }
    /// Bytes of a request.
    [[nodiscard]] constexpr int request_size() const noexcept { return facts * 32; }
};

namespace detail {
[[nodiscard]] constexpr int larger(int left, int right) noexcept { return left < right ? right : left; }
}  // namespace detail

/// The room of an evaluator as TypedCase (pol/typed_case.hpp) describes it.
template <class Evaluator>
[[nodiscard]] constexpr EngineRoom engine_room() noexcept {
    const auto& rules = Evaluator::rules;
    const int kinds = rules.kind_count;
    const int routes = static_cast<int>(rules.lines.size * rules.benefit_is_listed.size) * kinds * 3;
    const int sections = static_cast<int>(rules.sections.size) * detail::larger(kinds, 1);
    const int results = detail::larger(rules.first_fixed_place() + static_cast<int>(rules.results.size),
                                       static_cast<int>(rules.implies.size));
    const int places = detail::larger(detail::larger(results, sections), (routes + 7) / 8);
    return {.clauses = Evaluator::clause_room, .facts = word_room(Evaluator::fact_count), .places = word_room(places)};
}

}  // namespace pol
