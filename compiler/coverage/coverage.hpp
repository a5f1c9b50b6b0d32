#pragma once

#include "compiler/model/policy.hpp"
#include "pol/outcome.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace pol::coverage {

/// How often scenarios saw a clause in a state. `decisive`: that alone decided the scenario (Flips::is_decisive); such
/// a scenario is also one of `met` or `not_met`.
struct Counts {
    std::size_t met = 0;
    std::size_t not_met = 0;
    std::size_t unknown = 0;
    std::size_t decisive = 0;
};

/// The line of business of a scenario, if given, and the outcome it comes to.
struct Cell {
    std::optional<model::LineIndex> line;
    Outcome outcome = Outcome::approved;
    friend auto operator<=>(const Cell&, const Cell&) = default;
};

/// A clause's states of which scenarios should see each at least once, as far as it can have them: a box is ticked or
/// not, and an outcome without a condition holds for everybody.
struct Wanted {
    bool met = true;
    bool not_met = true;
    bool unknown = true;
};

struct ClauseCoverage {
    model::ClauseIndex clause = 0;
    Wanted wanted;
    Counts all;
    std::map<Cell, Counts> cells;
};

/// What came out on one line of business, and what the policy can decide there.
struct LineCoverage {
    std::optional<model::LineIndex> line;
    std::array<std::size_t, outcome_count> seen{};
    std::array<bool, outcome_count> possible{};
};

struct Coverage {
    std::size_t scenarios = 0;
    /// Every clause that can hold or not hold, in the order of the file.
    std::vector<ClauseCoverage> clauses;
    /// Every line of business, then the requests without one.
    std::vector<LineCoverage> lines;

    [[nodiscard]] std::size_t decisive() const;
    /// Clauses that decide some scenario, in percent; 100 where there is no clause.
    [[nodiscard]] double decisive_percent() const;
};

/// What the scenarios of a policy see of it. They are decided as written, whether or not they hold.
[[nodiscard]] Coverage cover(const model::Policy& policy);

/// The lines of business that a clause is for: those of its section, its determination or its box.
[[nodiscard]] std::vector<bool> lines_of(const model::Policy& policy, model::ClauseIndex clause);

}  // namespace pol::coverage
