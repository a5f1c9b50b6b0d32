#pragma once

#include "compiler/interpret/question_list.hpp"

#include <optional>
#include <vector>

namespace pol::interpretation {

/// Asks for what one clause reads and nobody has told, in the order in which it is written (docs/language.md,
/// Questions). What is known asks for nothing, and nothing inside it is entered. Terms ask for what is open in them.
class ClauseQuestions {
public:
    ClauseQuestions(const Answers& answers, model::ClauseIndex clause, QuestionList& list)
        : answers_(answers), clauses_{clause}, list_(list) {}

    void about(const model::Condition& condition) { about(condition, {&answers_}); }
    void about(const model::Expression& expression) { about(expression, {&answers_}); }
    void about(const model::Day& day) { about(day, {&answers_}); }

private:
    /// The answers of the request or, below a count, those with each of the entries in place: what is open with any of
    /// them is asked once. Nothing but fields differs between them.
    using Views = std::vector<const Answers*>;

    void about(const model::Condition& condition, const Views& views);
    void about(const model::Expression& expression, const Views& views);
    void about(const model::Day& day, const Views& views);

    void ask(const model::ConditionGroup& group, const Views& views);
    void ask(const model::ChoiceTest& test, const Views& views);
    void ask(const model::AgeTest& test, const Views& views);
    void ask(const model::AgeOnDayTest& test, const Views& views);
    void ask(const model::NumberTest& test, const Views& views);
    void ask(const model::DayTest& test, const Views& views);
    void ask(const model::TermTest& test, const Views& views);
    void ask(const model::CountTest& test, const Views& views);

    void ask(const model::Constant&, const Views&) {}
    void ask(const model::NumberOfFact& read, const Views& views);
    void ask(const model::MeasurementOfFact& read, const Views& views);
    void ask(const model::NumberOfTerm& read, const Views& views);
    void ask(const model::Arithmetic& arithmetic, const Views& views);
    void ask(const model::Extreme& extreme, const Views& views);
    void ask(const model::RoundedValue& rounded, const Views& views);
    void ask(const model::Elapsed& elapsed, const Views& views);
    void ask(const model::Aggregate& aggregate, const Views& views);
    void ask(const model::ValueOfEntry& value, const Views& views) { ask_chosen(value.entry, *views.front()); }

    void ask_term(model::TermIndex term, const Views& views);
    /// The cases from `first` on, as far as they are still possible and differ.
    void ask_cases(const std::vector<model::Case>& cases, std::size_t first, const Views& views);
    void ask_cases(const std::vector<model::DayCase>& cases, std::size_t first, const Views& views);
    void ask_extreme(const model::ExtremeDay& extreme, const Views& views);
    void ask_rows(const model::Selection& selection, const Views& views);
    void ask_chosen(const model::ChosenEntry& chosen, const Answers& answers);
    void ask_field(FactIndex field, const Views& views);
    void ask_field_day(FactIndex field, const Views& views);
    void ask_again(const model::EntryFilter& entries, const Answers& answers);
    void ask_list(const model::EntryFilter& entries);
    /// The field of the entries that matter, where one lacks it, then whether they count.
    void ask_entries(const model::EntryFilter& entries, std::optional<FactIndex> field, const Views& views);
    void ask_measurement(const model::MeasurementOfFact& read, const Answers& answers);
    void ask_birth(const model::AgeTest& test, const Answers& answers);
    void ask_date(FactIndex fact, Evidence minimum, const Answers& answers);

    const Answers& answers_;
    ClauseSet clauses_;
    QuestionList& list_;
};

}  // namespace pol::interpretation
