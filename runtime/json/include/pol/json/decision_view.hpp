#pragma once

#include "pol/record.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pol::json {

/// What a decision says, whatever keeps it: a record, or the decision of a compiled evaluator. Views borrow from it and
/// from the viewer that made them.
struct PossibleView {
    const Result* result = nullptr;
    std::span<const std::uint16_t> clauses;
};
struct QuestionView {
    std::uint16_t fact = no_index;
    QuestionKind kind = QuestionKind::answer;
    std::span<const std::uint16_t> clauses;
};
struct DecisionView {
    Outcome outcome = Outcome::needs_information;
    bool every_outcome_is_a_denial = false;
    std::span<const PossibleView> results;
    std::span<const QuestionView> questions;
    std::span<const std::uint16_t> clauses;
    /// One state per clause of the description; those of clauses that are not traced mean nothing.
    std::span<const ClauseState> trace;
};

/// Makes views, one after the other, in memory that it keeps.
class DecisionViewer {
public:
    [[nodiscard]] DecisionView view(const DecisionRecord& record) {
        results_.clear();
        for (const ResultRecord& possible : record.results) results_.push_back({&possible.result, possible.clauses});
        questions_.clear();
        for (const QuestionRecord& question : record.questions)
            questions_.push_back({question.fact, question.kind, question.clauses});
        return {record.outcome, record.every_outcome_is_a_denial, results_, questions_, record.clauses, record.trace};
    }

    template <int Clauses, int Results, int Facts>
    [[nodiscard]] DecisionView view(const Decision<Clauses, Results, Facts>& decision) {
        constexpr std::size_t sets = 1 + Results + Facts;
        indices_.resize(sets * Clauses);
        next_ = indices_.data();
        results_.clear();
        for (int i = 0; i < decision.result_count; ++i)
            results_.push_back({&decision.results[i].result, list(decision.results[i].clauses)});
        questions_.clear();
        for (int i = 0; i < decision.question_count; ++i)
            questions_.push_back(
                {decision.questions[i].fact, decision.questions[i].kind, list(decision.questions[i].clauses)});
        trace_.resize(Clauses);
        for (int i = 0; i < Clauses; ++i) trace_[static_cast<std::size_t>(i)] = decision.trace.state(i);
        return {
            decision.outcome, decision.every_outcome_is_a_denial, results_, questions_, list(decision.clauses), trace_};
    }

private:
    template <int Clauses>
    [[nodiscard]] std::span<const std::uint16_t> list(const Bits<Clauses>& set) {
        std::uint16_t* const first = next_;
        for_each(set, [&](int clause) { *next_++ = static_cast<std::uint16_t>(clause); });
        return {first, next_};
    }

    std::vector<PossibleView> results_;
    std::vector<QuestionView> questions_;
    std::vector<std::uint16_t> indices_;
    std::uint16_t* next_ = nullptr;
    std::vector<ClauseState> trace_;
};

}  // namespace pol::json
