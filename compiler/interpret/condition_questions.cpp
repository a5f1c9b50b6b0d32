#include "compiler/interpret/condition_questions.hpp"

#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/days.hpp"
#include "compiler/interpret/values.hpp"
#include "compiler/source/overloaded.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

constexpr FactIndex birth_date = index_of(BuiltinFact::birth_date);

QuestionKind kind_for(Evidence minimum) {
    switch (minimum) {
        case Evidence::documented:
            return QuestionKind::document;
        case Evidence::attested:
            return QuestionKind::attest;
        case Evidence::none:
        case Evidence::claimed:
            break;
    }
    return QuestionKind::answer;
}

}  // namespace

void ClauseQuestions::about(const model::Condition& condition) {
    if (truth_of(condition, answers_) != Truth::unknown) return;
    std::visit([&](const auto& form) { ask(form); }, condition.form);
}

void ClauseQuestions::about(const model::Expression& expression) {
    if (value_of(expression, answers_)) return;
    std::visit([&](const auto& form) { ask(form); }, expression.form);
}

void ClauseQuestions::about(const model::Day& day) {
    if (is_exact(days_of(day, answers_))) return;
    ask_date(std::get<FactIndex>(day.base), day.minimum);
}

// Conditions that are unknown.

void ClauseQuestions::ask(const model::ConditionGroup& group) {
    for (const model::Condition& member : group.members) about(member);
}

void ClauseQuestions::ask(const model::ChoiceTest& test) {
    const bool in_conflict = answers_.at(test.fact).presence == Presence::in_conflict;
    list_.ask(test.fact, in_conflict ? QuestionKind::resolve : kind_for(test.minimum), clauses_);
}

void ClauseQuestions::ask(const model::AgeTest& test) {
    const bool on_is_given = answers_.is_usable(test.at, test.minimum);
    const DateRange on = given_days(test.at, answers_);
    if (on_is_given && birth_contradicts(answers_.birth(), on)) {
        list_.ask(birth_date, QuestionKind::resolve, clauses_);
        list_.ask(test.at, QuestionKind::resolve, clauses_);
        return;
    }
    if (!answers_.is_given(birth_date)) list_.ask(birth_date, QuestionKind::answer, clauses_);
    // A partial date of birth may well do; that shows only when the other date is there.
    else if (on_is_given && !is_exact(answers_.birth().value))
        list_.ask(birth_date, QuestionKind::exact_date, clauses_);
    if (!on_is_given || !is_exact(on)) ask_date(test.at, test.minimum);
}

void ClauseQuestions::ask(const model::NumberTest& test) {
    about(test.left);
    about(test.right);
}

void ClauseQuestions::ask(const model::DayTest& test) {
    about(test.left);
    about(test.right);
}

void ClauseQuestions::ask(const model::TermTest& test) { ask_term(test.term); }

// Values that are not known.

void ClauseQuestions::ask(const model::NumberOfFact& read) { list_.ask(read.fact, kind_for(read.minimum), clauses_); }

void ClauseQuestions::ask(const model::MeasurementOfFact& read) {
    if (!answers_.is_usable(read.fact, read.minimum)) return list_.ask(read.fact, kind_for(read.minimum), clauses_);
    if (is_in_window(read, answers_) == Truth::no) return list_.ask(read.fact, QuestionKind::measure_again, clauses_);
    const DateRange taken = given_days(read.fact, answers_);
    if (!is_exact(taken)) list_.ask(read.fact, QuestionKind::exact_date, clauses_);
    const auto is_open = [](Truth truth) { return truth == Truth::unknown; };
    if (read.from && is_open(is_on_or_before(days_of(*read.from, answers_), taken))) about(*read.from);
    if (read.through && is_open(is_on_or_before(taken, days_of(*read.through, answers_)))) about(*read.through);
}

void ClauseQuestions::ask(const model::NumberOfTerm& read) { ask_term(read.term); }

void ClauseQuestions::ask(const model::Arithmetic& arithmetic) {
    for (const model::Expression& operand : arithmetic.operands) about(operand);
}

void ClauseQuestions::ask(const model::Extreme& extreme) {
    for (const model::Expression& operand : extreme.operands) about(operand);
}

void ClauseQuestions::ask(const model::RoundedValue& rounded) { about(rounded.operand.front()); }

void ClauseQuestions::ask(const model::Elapsed& elapsed) {
    about(elapsed.from);
    about(elapsed.to);
}

// What they are made of.

void ClauseQuestions::ask_term(model::TermIndex term) {
    std::visit(overloaded{
                   [&](const model::Condition& body) { about(body); },
                   [&](const model::Expression& body) { about(body); },
                   [&](const std::vector<model::Case>& cases) { ask_cases(cases, 0); },
                   [&](const model::Selection& selection) { ask_rows(selection); },
               },
               answers_.policy->terms[term].body);
}

void ClauseQuestions::ask_cases(const std::vector<model::Case>& cases, std::size_t first) {
    if (value_of(cases, first, answers_)) return;
    const model::Case& head = cases[first];
    const Truth holds = head.when ? truth_of(*head.when, answers_) : Truth::yes;
    if (head.when) about(*head.when);
    if (holds != Truth::no) about(head.value);
    if (holds != Truth::yes) ask_cases(cases, first + 1);
}

/// Of every row that may still change the value: whether it holds, then what it gives.
void ClauseQuestions::ask_rows(const model::Selection& selection) {
    if (value_of(selection, answers_)) return;
    const std::optional<Number> best = best_of(selection, answers_);
    for (const model::Case& row : selection.cases) {
        if (truth_of(*row.when, answers_) == Truth::no) continue;
        if (is_settled(selection.rule, best, value_of(row.value, answers_))) continue;
        about(*row.when);
        about(row.value);
    }
}

void ClauseQuestions::ask_date(FactIndex fact, Evidence minimum) {
    const bool is_given = answers_.is_usable(fact, minimum);
    list_.ask(fact, is_given ? QuestionKind::exact_date : kind_for(minimum), clauses_);
}

}  // namespace pol::interpretation
