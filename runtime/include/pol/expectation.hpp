#pragma once

#include "pol/decision.hpp"
#include "pol/description.hpp"
#include "pol/given.hpp"

#include <cstdint>

namespace pol {

/// What a scenario expects of a decision, topic by topic, as constant expressions. Generated code states the
/// scenarios of a policy with these, so that a build fails where the evaluator and the policy's file differ.

/// A member of a set of results as a scenario names it.
struct ExpectedMember {
    Outcome outcome = Outcome::approved;
    std::uint16_t target = no_index;
    bool open = false;
};

/// A question as a scenario names it; the kind counts only where it is written.
struct ExpectedQuestion {
    std::uint16_t fact = no_index;
    bool has_kind = false;
    QuestionKind kind = QuestionKind::answer;
};

[[nodiscard]] constexpr bool is_same(Text left, Text right) noexcept {
    if (left.size != right.size) return false;
    for (std::uint32_t i = 0; i < left.size; ++i)
        if (left.data[i] != right.data[i]) return false;
    return true;
}

[[nodiscard]] constexpr bool is_same(Decimal left, Decimal right) noexcept {
    return normalized(left) == normalized(right);
}

template <class Decision>
class Expectation {
public:
    constexpr Expectation(const Decision& decision, const PolicyDescription& policy) noexcept
        : decision_(decision), policy_(policy) {}

    [[nodiscard]] constexpr bool outcome(Outcome outcome) const noexcept { return decision_.outcome == outcome; }
    [[nodiscard]] constexpr bool target(std::uint16_t target) const noexcept {
        return is_decided() && result().target == target;
    }
    [[nodiscard]] constexpr bool period(Date from, Date through) const noexcept {
        return is_approval() && result().period == Period{from, through};
    }
    [[nodiscard]] constexpr bool doses(std::int32_t count) const noexcept {
        return is_approval() && result().doses.count == count;
    }
    [[nodiscard]] constexpr bool quantity(Decimal amount, Text unit, Text code) const noexcept {
        if (!is_approval() || !policy_.approvals[result().approval].terms.has_schedule) return false;
        for (const QuantityPerDose& per_dose : policy_.approvals[result().approval].per_dose)
            if (is_same(per_dose.unit, unit) && is_same(per_dose.code, code))
                return is_same(Decimal{per_dose.amount.digits * result().doses.count, per_dose.amount.places}, amount);
        return false;
    }
    /// A computed amount by its name or code, in the unit it is shown in.
    [[nodiscard]] constexpr bool amount(Text name, Decimal amount) const noexcept {
        if (!is_approval()) return false;
        int number = 0;
        for (const AmountDescription& described : policy_.approvals[result().approval].amounts) {
            if (is_same(described.name, name))
                return result().has_amount(number) && is_same(result().amounts[number], amount);
            ++number;
        }
        return false;
    }
    template <class Set>
    [[nodiscard]] constexpr bool clauses(const Set& clauses) const noexcept {
        return decision_.clauses == clauses;
    }
    [[nodiscard]] constexpr bool every_outcome_is_a_denial() const noexcept {
        return decision_.every_outcome_is_a_denial;
    }
    /// As sets: closed approvals of different periods are one expectation.
    template <std::uint32_t N>
    [[nodiscard]] constexpr bool possible(const ExpectedMember (&members)[N]) const noexcept {
        for (const ExpectedMember& member : members)
            if (!is_possible(member)) return false;
        for (int i = 0; i < decision_.result_count; ++i)
            if (!is_listed(members, decision_.results[i].result)) return false;
        return true;
    }
    template <std::uint32_t N>
    [[nodiscard]] constexpr bool questions(const ExpectedQuestion (&questions)[N]) const noexcept {
        if (decision_.question_count != N) return false;
        int number = 0;
        for (const ExpectedQuestion& question : questions) {
            const auto& asked = decision_.questions[number++];
            if (asked.fact != question.fact || (question.has_kind && asked.kind != question.kind)) return false;
        }
        return true;
    }
    [[nodiscard]] constexpr bool no_questions() const noexcept { return decision_.question_count == 0; }

private:
    [[nodiscard]] constexpr bool is_decided() const noexcept {
        return decision_.result_count == 1 && decision_.results[0].result.outcome == decision_.outcome;
    }
    [[nodiscard]] constexpr bool is_approval() const noexcept {
        return is_decided() && result().outcome == Outcome::approved;
    }
    [[nodiscard]] constexpr const Result& result() const noexcept { return decision_.results[0].result; }

    [[nodiscard]] static constexpr bool matches(const ExpectedMember& member, const Result& result) noexcept {
        return member.outcome == result.outcome && member.open == result.open && member.target == result.target;
    }
    [[nodiscard]] constexpr bool is_possible(const ExpectedMember& member) const noexcept {
        for (int i = 0; i < decision_.result_count; ++i)
            if (matches(member, decision_.results[i].result)) return true;
        return false;
    }
    template <std::uint32_t N>
    [[nodiscard]] static constexpr bool is_listed(const ExpectedMember (&members)[N], const Result& result) noexcept {
        for (const ExpectedMember& member : members)
            if (matches(member, result)) return true;
        return false;
    }

    const Decision& decision_;
    const PolicyDescription& policy_;
};

}  // namespace pol
