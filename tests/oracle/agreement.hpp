#pragma once

#include "pol/decision.hpp"
#include "tests/oracle/places.hpp"

namespace oracle {

/// Whether a compiled evaluator decided as the hand did, in everything a decision says. Quick, for millions of them.
template <int ClauseCount, int ResultCount, int FactCount>
class Agreement {
public:
    using Compiled = pol::Decision<ClauseCount, ResultCount, FactCount>;

    Agreement(const Places& places, const by_hand::Decision& expected, const Compiled& actual)
        : places_(places), expected_(expected), actual_(actual) {}

    [[nodiscard]] bool holds() const {
        return expected_.outcome == actual_.outcome &&
               expected_.every_outcome_is_a_denial == actual_.every_outcome_is_a_denial &&
               to_bits(expected_.clauses) == actual_.clauses && results_agree() && questions_agree() && traces_agree();
    }

private:
    [[nodiscard]] pol::Bits<pol::word_room(ClauseCount)> to_bits(by_hand::Clauses clauses) const {
        pol::Bits<pol::word_room(ClauseCount)> bits;
        for (by_hand::Clauses rest = clauses; rest != 0; rest &= rest - 1)
            bits.add(places_.clauses[__builtin_ctz(rest)]);
        return bits;
    }

    [[nodiscard]] bool result_agrees(const by_hand::Member& expected,
                                     const pol::PossibleResult<pol::word_room(ClauseCount)>& actual) const {
        const pol::Result& result = actual.result;
        if (expected.outcome != result.outcome || expected.open != result.open) return false;
        if (places_.targets[static_cast<int>(expected.target)] != result.target) return false;
        if (to_bits(by_hand::reasons(expected)) != actual.clauses) return false;
        if (expected.outcome != pol::Outcome::approved || expected.open) return result.approval == pol::no_index;
        return result.approval == 0 && to_pol(expected.from) == result.period.from &&
               to_pol(expected.through) == result.period.through &&
               to_pol(expected.course_start) == result.first_dose && expected.first_dose_number == result.doses.first &&
               expected.doses == result.doses.count;
    }

    [[nodiscard]] bool results_agree() const {
        if (expected_.member_count != actual_.result_count) return false;
        for (int i = 0; i < expected_.member_count; ++i)
            if (!result_agrees(expected_.members[i], actual_.results[i])) return false;
        return true;
    }

    [[nodiscard]] bool questions_agree() const {
        if (expected_.question_count != actual_.question_count) return false;
        for (int i = 0; i < expected_.question_count; ++i) {
            const by_hand::Question& expected = expected_.questions[i];
            const auto& actual = actual_.questions[i];
            if (places_.facts[static_cast<int>(expected.fact)] != actual.fact || expected.kind != actual.kind ||
                to_bits(expected.clauses) != actual.clauses)
                return false;
        }
        return true;
    }

    [[nodiscard]] bool traces_agree() const {
        pol::Bits<pol::word_room(ClauseCount)> traced;
        for (int i = 0; i < by_hand::clause_count; ++i) {
            const auto expected = by_hand::state(expected_.marks, static_cast<by_hand::Clause>(i));
            if (expected != actual_.trace.state(places_.clauses[i])) return false;
            traced.add(places_.clauses[i]);
        }
        return actual_.trace.for_member.without(traced).empty();
    }

    const Places& places_;
    const by_hand::Decision& expected_;
    const Compiled& actual_;
};

}  // namespace oracle
