#pragma once

#include "pol/answer.hpp"
#include "pol/decision.hpp"
#include "pol/decision_view.hpp"
#include "pol/description.hpp"

#include <cstdint>
#include <vector>

namespace pol {

/// Requests and decisions in one uniform form, for readers and writers that serve every policy (JSON, tests, the
/// interpreter). They own vectors; deciding with a compiled evaluator does not use them.

/// One entry of a list: the answers for its fields, in their order.
struct EntryRecord {
    std::uint16_t list = no_index;
    std::vector<Answer> fields{};
};

/// Answers by index of the policy's table of facts; always as long as that table. Those of fields are not given: they
/// are in the `entries`, which stand in their order list by list or mixed.
struct RequestRecord {
    std::vector<Answer> answers;
    std::vector<EntryRecord> entries{};
};

struct ResultRecord {
    Result result;
    std::vector<std::uint16_t> clauses;
};

struct QuestionRecord {
    std::uint16_t fact = no_index;
    QuestionKind kind = QuestionKind::answer;
    std::vector<std::uint16_t> clauses;
};

struct DecisionRecord {
    Outcome outcome = Outcome::needs_information;
    bool every_outcome_is_a_denial = false;
    std::vector<ResultRecord> results;
    std::vector<QuestionRecord> questions;
    std::vector<std::uint16_t> clauses;
    /// One state per clause of the description; clauses that are not traced have `not_for_this_member`.
    std::vector<ClauseState> trace;
};

[[nodiscard]] inline std::vector<std::uint16_t> to_indices(const BitsView& set) {
    std::vector<std::uint16_t> indices;
    for (int i = 0; i < set.size; ++i)
        if (set.has(i)) indices.push_back(static_cast<std::uint16_t>(i));
    return indices;
}

[[nodiscard]] inline DecisionRecord to_record(const DecisionView& decision) {
    DecisionRecord record;
    record.outcome = decision.outcome;
    record.every_outcome_is_a_denial = decision.every_outcome_is_a_denial;
    for (int i = 0; i < decision.result_count; ++i) {
        const DecisionView::ResultView each = decision.result(i);
        record.results.push_back({each.result, to_indices(each.clauses)});
    }
    for (int i = 0; i < decision.question_count; ++i) {
        const DecisionView::QuestionView each = decision.question(i);
        record.questions.push_back({each.fact, each.kind, to_indices(each.clauses)});
    }
    record.clauses = to_indices(decision.clauses);
    for (int i = 0; i < decision.clauses.size; ++i) record.trace.push_back(decision.state(i));
    return record;
}

template <int Clauses, int Results, int Facts>
[[nodiscard]] DecisionRecord to_record(const Decision<Clauses, Results, Facts>& decision) {
    return to_record(DecisionView(decision));
}

}  // namespace pol
