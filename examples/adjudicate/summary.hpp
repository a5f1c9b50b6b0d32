#pragma once

#include <pol/record.hpp>

#include <cstddef>
#include <string>
#include <vector>

/// Counts over many decisions, for people.
class Summary {
public:
    explicit Summary(const pol::PolicyDescription& policy) : policy_(policy), asked_(policy.facts.size) {}

    /// A decision of a compiled evaluator.
    template <class Decision>
    void add(const Decision& decision) {
        count(decision.outcome, decision.every_outcome_is_a_denial);
        for (int i = 0; i < decision.question_count; ++i) ++asked_[decision.questions[i].fact];
    }
    /// The decision of another policy, perhaps: what is asked is counted of the summary's own alone, as facts of
    /// another are other facts.
    void add(const pol::DecisionRecord& decision, const pol::PolicyDescription& policy);
    /// What another thread counted.
    void add(const Summary& other);
    void add_bad_lines(std::size_t count) { bad_lines_ += count; }

    [[nodiscard]] std::size_t bad_lines() const { return bad_lines_; }

    /// Outcomes with their shares, the denials among them, and the facts asked for most often.
    [[nodiscard]] std::string text(const std::string& input_name) const;

private:
    void count(pol::Outcome outcome, bool is_denial_anyhow);
    [[nodiscard]] std::string outcome_rows() const;
    [[nodiscard]] std::string question_rows() const;

    const pol::PolicyDescription& policy_;
    std::size_t outcomes_[pol::outcome_count] = {};
    std::vector<std::size_t> asked_;
    std::size_t decided_ = 0;
    std::size_t denials_ = 0;
    std::size_t sure_denials_ = 0;
    std::size_t bad_lines_ = 0;
};
