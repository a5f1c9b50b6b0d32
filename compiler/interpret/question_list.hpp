#pragma once

#include "compiler/interpret/answers.hpp"
#include "compiler/interpret/clause_set.hpp"

#include <cstddef>
#include <vector>

namespace pol::interpretation {

/// Collects questions: a fact once, where it was first asked, with all its clauses and the weightiest kind.
class QuestionList {
public:
    explicit QuestionList(const Answers& answers) : answers_(answers) {}

    /// Asks for a fact that is missing or too weak; one that nobody can know is noted with its clause instead.
    void ask(FactIndex fact, QuestionKind kind, const ClauseSet& clauses);
    /// Notes a clause that stays open though nothing can be asked for it.
    void leave_to_review(model::ClauseIndex clause) { add(unknowable_, clause); }
    /// Inserts the facts that contradict an asked one and were not asked themselves, each right behind it.
    void add_conflict_partners(const model::Policy& policy);

    [[nodiscard]] const std::vector<QuestionRecord>& questions() const { return questions_; }
    [[nodiscard]] const ClauseSet& unknowable() const { return unknowable_; }
    /// How often a fact has been asked for, also in vain.
    [[nodiscard]] std::size_t mentions() const { return mentions_; }

private:
    [[nodiscard]] QuestionRecord* find(FactIndex fact);

    const Answers& answers_;
    std::vector<QuestionRecord> questions_;
    ClauseSet unknowable_;
    std::size_t mentions_ = 0;
};

}  // namespace pol::interpretation
