#pragma once

#include "compiler/interpret/question_list.hpp"

namespace pol::interpretation {

/// Asks for what one clause reads and nobody has told, in the order in which it is written (docs/language.md,
/// Questions). What is known asks for nothing, and nothing inside it is entered. Terms ask for what is open in them.
class ClauseQuestions {
public:
    ClauseQuestions(const Answers& answers, model::ClauseIndex clause, QuestionList& list)
        : answers_(answers), clauses_{clause}, list_(list) {}

    void about(const model::Condition& condition);
    void about(const model::Expression& expression);
    void about(const model::Day& day);

private:
    void ask(const model::ConditionGroup& group);
    void ask(const model::ChoiceTest& test);
    void ask(const model::AgeTest& test);
    void ask(const model::NumberTest& test);
    void ask(const model::DayTest& test);
    void ask(const model::TermTest& test);

    void ask(const model::Constant&) {}
    void ask(const model::NumberOfFact& read);
    void ask(const model::MeasurementOfFact& read);
    void ask(const model::NumberOfTerm& read);
    void ask(const model::Arithmetic& arithmetic);
    void ask(const model::Extreme& extreme);
    void ask(const model::RoundedValue& rounded);
    void ask(const model::Elapsed& elapsed);

    void ask_term(model::TermIndex term);
    /// The cases from `first` on, as far as they are still possible and differ.
    void ask_cases(const std::vector<model::Case>& cases, std::size_t first);
    void ask_rows(const model::Selection& selection);
    void ask_date(FactIndex fact, Evidence minimum);

    const Answers& answers_;
    ClauseSet clauses_;
    QuestionList& list_;
};

}  // namespace pol::interpretation
