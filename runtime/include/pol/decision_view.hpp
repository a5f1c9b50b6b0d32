#pragma once

#include "pol/bits.hpp"
#include "pol/decision.hpp"

#include <cstdint>

namespace pol {

/// A set of small numbers whose size is known at run time only.
struct BitsView {
    const std::uint64_t* words = nullptr;
    int size = 0;

    [[nodiscard]] bool has(int index) const noexcept { return (words[index / 64] >> (index % 64) & 1U) != 0; }
};

/// The decision of any compiled policy, for who does not know its type. It refers to the decision, which must outlive
/// it, and costs nothing but a few pointers: nothing is copied or allocated.
class DecisionView {
public:
    template <int Clauses, int Results, int Facts>
    explicit DecisionView(const Decision<Clauses, Results, Facts>& decision) noexcept
        : outcome(decision.outcome),
          every_outcome_is_a_denial(decision.every_outcome_is_a_denial),
          result_count(decision.result_count),
          question_count(decision.question_count),
          clauses{decision.clauses.words, Clauses},
          head_(static_cast<const DecisionHead<word_room(Clauses)>*>(&decision)),
          results_(&decision.results[0]),
          questions_(&decision.questions[0]),
          read_result_(read_result<word_room(Clauses)>),
          read_question_(read_question<word_room(Clauses)>),
          read_state_(read_state<word_room(Clauses)>) {}

    /// As in pol::Decision.
    Outcome outcome;
    bool every_outcome_is_a_denial;
    std::uint16_t result_count;
    std::uint16_t question_count;
    BitsView clauses;

    struct ResultView {
        const Result& result;
        BitsView clauses;
    };
    struct QuestionView {
        std::uint16_t fact;
        QuestionKind kind;
        BitsView clauses;
    };
    [[nodiscard]] ResultView result(int index) const noexcept { return read_result_(*this, index); }
    [[nodiscard]] QuestionView question(int index) const noexcept { return read_question_(*this, index); }
    [[nodiscard]] ClauseState state(int clause) const noexcept { return read_state_(head_, clause); }

private:
    template <int Room>
    static ResultView read_result(const DecisionView& view, int index) noexcept {
        const auto& each = static_cast<const PossibleResult<Room>*>(view.results_)[index];
        return {each.result, {each.clauses.words, view.clauses.size}};
    }
    template <int Room>
    static QuestionView read_question(const DecisionView& view, int index) noexcept {
        const auto& each = static_cast<const Question<Room>*>(view.questions_)[index];
        return {each.fact, each.kind, {each.clauses.words, view.clauses.size}};
    }
    template <int Room>
    static ClauseState read_state(const void* head, int clause) noexcept {
        return static_cast<const DecisionHead<Room>*>(head)->trace.state(clause);
    }

    const void* head_;
    const void* results_;
    const void* questions_;
    ResultView (*read_result_)(const DecisionView&, int) noexcept;
    QuestionView (*read_question_)(const DecisionView&, int) noexcept;
    ClauseState (*read_state_)(const void*, int) noexcept;
};

}  // namespace pol
