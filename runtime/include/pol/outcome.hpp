#pragma once

#include <cstdint>

namespace pol {

/// The nine outcomes, a closed list, in the order in which the members of a set of results stand.
enum class Outcome : std::uint8_t {
    approved,
    criteria_not_met,
    not_medically_necessary,
    investigational,
    excluded,
    does_not_apply,
    refer,
    review,
    needs_information,
};

inline constexpr int outcome_count = 9;

/// Denials need a stated reason and carry appeal rights. Being outside the policy is not a denial.
[[nodiscard]] constexpr bool is_denial(Outcome outcome) noexcept {
    return outcome == Outcome::excluded || outcome == Outcome::criteria_not_met ||
           outcome == Outcome::not_medically_necessary || outcome == Outcome::investigational;
}

/// State of a clause for one request. `no`/`yes` read as *not met*/*met* for requirements and as
/// *does not hold*/*holds* for boxes, the gate, determinations and `otherwise`.
enum class ClauseState : std::uint8_t { not_for_this_member, not_reached, unknown, no, yes };

/// What a question asks the submitter to do.
enum class QuestionKind : std::uint8_t { answer, attest, document, exact_date, measure_again, resolve };

/// Which kind of document a refer sends to, or a clause cites.
enum class TargetKind : std::uint8_t { policy, lcd, ncd };

}  // namespace pol
