#pragma once

#include "compiler/interpret/words.hpp"
#include "compiler/model/policy.hpp"
#include "pol/date_text.hpp"
#include "pol/record.hpp"
#include "pol/words.hpp"

#include <string>
#include <string_view>

namespace pol::testing {

/// `approved, criteria not met`: the possible results in their order.
inline std::string possible_words(const model::Policy& policy, const DecisionRecord& decision) {
    std::string words;
    for (const ResultRecord& record : decision.results)
        words += (words.empty() ? "" : ", ") + words_for(policy, record.result);
    return words;
}

/// `attest weakness_from_als [MMC.4]`: the questions in their order, each with its clauses.
inline std::string question_words(const model::Policy& policy, const DecisionRecord& decision) {
    std::string words;
    for (const QuestionRecord& question : decision.questions) {
        words +=
            (words.empty() ? "" : "; ") + std::string(words_of(question.kind)) + " " + policy.facts[question.fact].name;
        if (!question.clauses.empty()) words += " [" + words_for(policy, question.clauses) + "]";
    }
    return words;
}

/// `2026-07-01 … 2026-12-31, 8 doses` of the first result.
inline std::string period_words(const DecisionRecord& decision) {
    const Result& result = decision.results.front().result;
    return iso_text(result.period.from) + " … " + iso_text(result.period.through) + ", " +
           std::to_string(result.doses.count) + " doses";
}

inline ClauseState state_of(const model::Policy& policy, const DecisionRecord& decision, std::string_view id) {
    for (std::size_t clause = 0; clause < policy.clauses.size(); ++clause)
        if (policy.clauses[clause].id == id) return decision.trace[clause];
    return ClauseState::not_for_this_member;
}

}  // namespace pol::testing
