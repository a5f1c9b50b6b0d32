#pragma once

#include "pol/bits.hpp"
#include "pol/decimal.hpp"
#include "pol/dosing.hpp"
#include "pol/outcome.hpp"
#include "pol/period.hpp"

#include <cstdint>

namespace pol {

/// Stands for "none" wherever an index into a table of the policy's description may be missing.
inline constexpr std::uint16_t no_index = 0xffff;

/// Amounts that one approval may compute.
inline constexpr int most_amounts = 12;

/// What a decision, or one member of a set of possible results, means for the plan. Two results are the same
/// member exactly when these agree (an open approval is one member, whatever its rule).
struct Result {
    Outcome outcome = Outcome::needs_information;
    /// Approval whose period or doses are not determined yet; `period` and `doses` then mean nothing.
    bool open = false;
    /// Index into PolicyDescription::targets for `refer`, otherwise `no_index`.
    std::uint16_t target = no_index;
    /// Index into PolicyDescription::approvals for a closed approval, otherwise `no_index`.
    std::uint16_t approval = no_index;
    Period period{};
    /// Day of dose 0 of the whole course, and the doses of this period; without a schedule `doses.count` is 0.
    Date first_dose{};
    DoseRange doses{};
    /// Those of `amounts` that this approval is without, as bits by their place; such an amount is 0.
    std::uint32_t left_out = 0;
    /// Computed amounts of a closed approval, as many as its description lists, in its order and units; those behind
    /// them mean nothing.
    Decimal amounts[most_amounts]{};

    [[nodiscard]] constexpr bool has_amount(int place) const noexcept { return (left_out >> place & 1U) == 0; }
};

/// Asks a decision's constructor to leave its entries as they are: deciding writes those that count.
struct Unwritten {};
inline constexpr Unwritten unwritten{};

/// Room for up to `N` entries of a decision. Only those within the decision's count mean something.
template <class Entry, int N>
class Entries {
public:
    constexpr Entries() noexcept : entries_{} {}
    explicit Entries(Unwritten) noexcept {}

    [[nodiscard]] constexpr Entry& operator[](int index) noexcept { return entries_[index]; }
    [[nodiscard]] constexpr const Entry& operator[](int index) const noexcept { return entries_[index]; }

private:
    union {
        Entry entries_[N];
    };
};

/// A result with the clauses that surely lead to it or, where none surely does, may still lead to it.
template <int Clauses>
struct PossibleResult {
    Result result{};
    Bits<Clauses> clauses{};
};

/// A fact to ask for, why (the clauses that read it), and what kind of answer is wanted.
template <int Clauses>
struct Question {
    std::uint16_t fact = no_index;
    QuestionKind kind = QuestionKind::answer;
    Bits<Clauses> clauses{};
};

/// State of every clause: outside `for_member` → not for this member; else outside `reached` → not reached;
/// else in `yes`, in `no`, or unknown.
template <int Clauses>
struct Trace {
    Bits<Clauses> for_member{};
    Bits<Clauses> reached{};
    Bits<Clauses> no{};
    Bits<Clauses> yes{};

    [[nodiscard]] constexpr ClauseState state(int clause) const noexcept {
        if (!for_member.has(clause)) return ClauseState::not_for_this_member;
        if (!reached.has(clause)) return ClauseState::not_reached;
        if (yes.has(clause)) return ClauseState::yes;
        return no.has(clause) ? ClauseState::no : ClauseState::unknown;
    }
};

/// What decisions of all policies with room for that many clauses have in common.
template <int ClauseRoom>
struct DecisionHead {
    Outcome outcome = Outcome::needs_information;
    bool every_outcome_is_a_denial = false;
    std::uint16_t result_count = 0;
    std::uint16_t question_count = 0;
    Bits<ClauseRoom> clauses{};
    Trace<ClauseRoom> trace{};
};

/// The answer to one request. Fixed size, nothing owned. Indices refer to the policy's description.
/// - decided: `results` holds exactly the decision, `clauses` the clauses that surely hold, no questions;
/// - needs information: all possible results in their order, and the questions in their order;
/// - review for want of a knowable fact: all possible results, `clauses` the clauses that want a human.
template <int Clauses, int Results, int Facts>
struct Decision : DecisionHead<word_room(Clauses)> {
    constexpr Decision() noexcept = default;
    explicit Decision(Unwritten entries) noexcept : results(entries), questions(entries) {}

    Entries<PossibleResult<word_room(Clauses)>, Results> results;
    Entries<Question<word_room(Clauses)>, Facts> questions;
};

/// Where the engine writes a decision, whatever room it has for entries.
template <int ClauseRoom>
struct DecisionOutput {
    template <int Clauses, int Results, int Facts>
    constexpr explicit DecisionOutput(Decision<Clauses, Results, Facts>& decision) noexcept
        : head(decision), results(&decision.results[0]), questions(&decision.questions[0]) {}

    DecisionHead<ClauseRoom>& head;
    PossibleResult<ClauseRoom>* results;
    Question<ClauseRoom>* questions;
};

}  // namespace pol
