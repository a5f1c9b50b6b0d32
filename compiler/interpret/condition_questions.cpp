#include "compiler/interpret/condition_questions.hpp"

#include "compiler/interpret/chosen_entries.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/days.hpp"
#include "compiler/interpret/entries.hpp"
#include "compiler/interpret/values.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <set>
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

/// Those of the views for which something holds.
template <class Holds>
std::vector<const Answers*> those(const std::vector<const Answers*>& views, Holds holds) {
    std::vector<const Answers*> found;
    for (const Answers* view : views)
        if (holds(*view)) found.push_back(view);
    return found;
}

/// Whether somebody would have been born behind the day of an age.
bool dates_contradict(const model::AgeTest& test, const Answers& answers) {
    return answers.is_usable(test.at, test.minimum) && birth_contradicts(answers.birth(), given_days(test.at, answers));
}

/// Whether anything is known of the entries of a list.
bool is_told(const model::EntryFilter& entries, const Answers& answers) {
    return answers.is_usable(entries.list, entries.minimum);
}

bool is_open(Truth truth) { return truth == Truth::unknown; }

}  // namespace

void ClauseQuestions::about(const model::Condition& condition, const Views& views) {
    const Views open = those(views, [&](const Answers& view) { return is_open(truth_of(condition, view)); });
    if (open.empty()) return;
    std::visit([&](const auto& form) { ask(form, open); }, condition.form);
}

void ClauseQuestions::about(const model::Expression& expression, const Views& views) {
    const Views open = those(views, [&](const Answers& view) { return !value_of(expression, view); });
    if (open.empty()) return;
    std::visit([&](const auto& form) { ask(form, open); }, expression.form);
}

void ClauseQuestions::about(const model::Day& day, const Views& views) {
    const Views open = those(views, [&](const Answers& view) { return !is_exact(days_of(day, view)); });
    if (open.empty()) return;
    std::visit(overloaded{[&](FactIndex fact) {
                              for (const Answers* view : open) ask_date(fact, day.minimum, *view);
                          },
                          [](Date) {}, [&](const model::DayOfTerm& term) { ask_term(term.term, open); },
                          [&](const model::YearlyDay& yearly) { about(yearly.from.front(), open); },
                          [&](const model::ExtremeDay& extreme) { ask_extreme(extreme, open); },
                          [&](const model::MovedDay& moved) { about(moved.from.front(), open); },
                          [&](const model::ChosenEntry& chosen) { ask_chosen(chosen, *open.front()); }},
               day.base);
}

// Conditions that are unknown.

void ClauseQuestions::ask(const model::ConditionGroup& group, const Views& views) {
    for (const model::Condition& member : group.members) about(member, views);
}

void ClauseQuestions::ask(const model::ChoiceTest& test, const Views& views) {
    const bool in_conflict = views.front()->at(test.fact).presence == Presence::in_conflict;
    list_.ask(test.fact, in_conflict ? QuestionKind::resolve : kind_for(test.minimum), clauses_);
}

void ClauseQuestions::ask(const model::AgeTest& test, const Views& views) {
    for (const Answers* view : views) ask_birth(test, *view);
    for (const Answers* view : views)
        if (dates_contradict(test, *view))
            list_.ask(test.at, QuestionKind::resolve, clauses_);
        else if (!view->is_usable(test.at, test.minimum) || !is_exact(given_days(test.at, *view)))
            ask_date(test.at, test.minimum, *view);
}

void ClauseQuestions::ask(const model::AgeOnDayTest& test, const Views& views) {
    for (const Answers* view : views) {
        if (!view->is_given(birth_date)) list_.ask(birth_date, QuestionKind::answer, clauses_);
        // A partial date of birth may well do; that shows only when the day is there.
        else if (is_exact(days_of(test.on, *view)))
            list_.ask(birth_date, QuestionKind::exact_date, clauses_);
    }
    about(test.on, views);
}

void ClauseQuestions::ask(const model::NumberTest& test, const Views& views) {
    about(test.left, views);
    about(test.right, views);
}

void ClauseQuestions::ask(const model::DayTest& test, const Views& views) {
    about(test.left, views);
    about(test.right, views);
}

void ClauseQuestions::ask(const model::TermTest& test, const Views& views) { ask_term(test.term, views); }

/// No list is read within another, so to all views this is the same.
void ClauseQuestions::ask(const model::CountTest& test, const Views& views) {
    const Answers& answers = *views.front();
    if (!is_told(test.entries, answers)) return ask_list(test.entries);
    const std::vector<Answers> entries = entries_of(test.entries.list, answers);
    const std::set<std::uint16_t> sure = test.distinct ? sure_groups(test, entries) : std::set<std::uint16_t>();
    Views matter;
    for (const Answers& entry : entries) {
        const std::optional<std::uint16_t> group =
            test.distinct ? group_of(*test.distinct, entry) : std::optional<std::uint16_t>();
        const bool adds_nothing = group && sure.count(*group) != 0;
        if (counts(test.entries, entry) != Truth::no && !adds_nothing) matter.push_back(&entry);
    }
    ask_entries(test.entries, test.distinct ? std::optional(test.distinct->field) : std::nullopt, matter);
}

// Values that are not known.

void ClauseQuestions::ask(const model::NumberOfFact& read, const Views&) {
    list_.ask(read.fact, kind_for(read.minimum), clauses_);
}

void ClauseQuestions::ask(const model::MeasurementOfFact& read, const Views& views) {
    for (const Answers* view : views) ask_measurement(read, *view);
    const auto taken = [&](const Answers& view) { return given_days(read.fact, view); };
    const auto matters = [&](const Answers& view) {
        return view.is_usable(read.fact, read.minimum) && is_in_window(read, view) == Truth::unknown;
    };
    if (read.from)
        about(*read.from, those(views, [&](const Answers& view) {
            return matters(view) && is_open(is_on_or_before(days_of(*read.from, view), taken(view)));
        }));
    if (read.through)
        about(*read.through, those(views, [&](const Answers& view) {
            return matters(view) && is_open(is_on_or_before(taken(view), days_of(*read.through, view)));
        }));
}

void ClauseQuestions::ask(const model::NumberOfTerm& read, const Views& views) { ask_term(read.term, views); }

void ClauseQuestions::ask(const model::Arithmetic& arithmetic, const Views& views) {
    for (const model::Expression& operand : arithmetic.operands) about(operand, views);
}

void ClauseQuestions::ask(const model::Extreme& extreme, const Views& views) {
    for (const model::Expression& operand : extreme.operands) about(operand, views);
}

void ClauseQuestions::ask(const model::RoundedValue& rounded, const Views& views) {
    about(rounded.operand.front(), views);
}

void ClauseQuestions::ask(const model::Elapsed& elapsed, const Views& views) {
    about(elapsed.from, views);
    about(elapsed.to, views);
}

void ClauseQuestions::ask(const model::Aggregate& aggregate, const Views& views) {
    const Answers& answers = *views.front();
    if (!is_told(aggregate.entries, answers)) return ask_list(aggregate.entries);
    const std::vector<Answers> entries = entries_of(aggregate.entries.list, answers);
    Views matter;
    for (const Answers& entry : entries)
        if (counts(aggregate.entries, entry) != Truth::no) matter.push_back(&entry);
    if (matter.empty()) return ask_again(aggregate.entries, answers);
    ask_entries(aggregate.entries, aggregate.field, matter);
}

/// Of the entries that may be the one: what they tell, where more than one is left their days, and whether they count.
void ClauseQuestions::ask_chosen(const model::ChosenEntry& chosen, const Answers& answers) {
    if (!is_told(chosen.entries, answers)) return ask_list(chosen.entries);
    const Candidates candidates = candidates_for(chosen, answers);
    if (candidates.entries.empty()) return ask_again(chosen.entries, answers);
    Views matter;
    for (const Answers& entry : candidates.entries) matter.push_back(&entry);
    ask_field(chosen.field, matter);
    ask_field_day(chosen.field, matter);
    if (contradict(chosen, candidates)) list_.ask(chosen.field, QuestionKind::resolve, clauses_);
    if (matter.size() > 1 && !agree(chosen, candidates)) {
        ask_field(chosen.by, matter);
        ask_field_day(chosen.by, matter);
    }
    if (!chosen.entries.where.empty()) about(chosen.entries.where.front(), matter);
}

// What they are made of.

void ClauseQuestions::ask_list(const model::EntryFilter& entries) {
    list_.ask(entries.list, kind_for(entries.minimum), clauses_);
}

/// Where no entry counts, a newer one could.
void ClauseQuestions::ask_again(const model::EntryFilter& entries, const Answers& answers) {
    if (can_be_measured_again(entries, answers)) list_.ask(entries.list, QuestionKind::measure_again, clauses_);
}

void ClauseQuestions::ask_field(FactIndex field, const Views& views) {
    const auto lacks_it = [&](const Answers* view) { return !view->is_usable(field, Evidence::none); };
    if (std::any_of(views.begin(), views.end(), lacks_it)) list_.ask(field, QuestionKind::answer, clauses_);
}

/// A date that is told, but not to the day.
void ClauseQuestions::ask_field_day(FactIndex field, const Views& views) {
    if (answers_.policy->facts[field].type != FactType::partial_date) return;
    const auto is_vague = [&](const Answers* view) {
        return view->is_usable(field, Evidence::none) && !is_exact(given_days(field, *view));
    };
    if (std::any_of(views.begin(), views.end(), is_vague)) list_.ask(field, QuestionKind::exact_date, clauses_);
}

void ClauseQuestions::ask_entries(const model::EntryFilter& entries, std::optional<FactIndex> field,
                                  const Views& views) {
    if (field) ask_field(*field, views);
    if (!entries.where.empty()) about(entries.where.front(), views);
}

void ClauseQuestions::ask_term(model::TermIndex term, const Views& views) {
    std::visit(overloaded{
                   [&](const model::Condition& body) { about(body, views); },
                   [&](const model::Expression& body) { about(body, views); },
                   [&](const std::vector<model::Case>& cases) { ask_cases(cases, 0, views); },
                   [&](const model::Selection& selection) { ask_rows(selection, views); },
                   [&](const model::Day& day) { about(day, views); },
                   [&](const std::vector<model::DayCase>& cases) { ask_cases(cases, 0, views); },
               },
               answers_.policy->terms[term].body);
}

/// A term reads no fields, so to all views it is the same.
void ClauseQuestions::ask_cases(const std::vector<model::Case>& cases, std::size_t first, const Views& views) {
    const Answers& answers = *views.front();
    if (value_of(cases, first, answers)) return;
    const model::Case& head = cases[first];
    const Truth holds = truth_if_asked(head.when, answers);
    if (head.when) about(*head.when, views);
    if (holds != Truth::no) about(head.value, views);
    if (holds != Truth::yes) ask_cases(cases, first + 1, views);
}

void ClauseQuestions::ask_cases(const std::vector<model::DayCase>& cases, std::size_t first, const Views& views) {
    const Answers& answers = *views.front();
    if (is_exact(days_of(cases, first, answers))) return;
    const model::DayCase& head = cases[first];
    const Truth holds = truth_if_asked(head.when, answers);
    if (head.when) about(*head.when, views);
    if (holds != Truth::no) about(head.day, views);
    if (holds != Truth::yes) ask_cases(cases, first + 1, views);
}

/// The days that can still be the one that is chosen.
void ClauseQuestions::ask_extreme(const model::ExtremeDay& extreme, const Views& views) {
    for (std::size_t operand = 0; operand < extreme.operands.size(); ++operand)
        about(extreme.operands[operand],
              those(views, [&](const Answers& view) { return can_be_chosen(extreme, operand, view); }));
}

/// Of every row that may still change the value: whether it holds, then what it gives.
void ClauseQuestions::ask_rows(const model::Selection& selection, const Views& views) {
    const Answers& answers = *views.front();
    if (value_of(selection, answers)) return;
    const std::optional<Number> best = best_of(selection, answers);
    for (const model::Case& row : selection.cases) {
        if (truth_of(*row.when, answers) == Truth::no) continue;
        if (is_settled(selection.rule, best, value_of(row.value, answers))) continue;
        about(*row.when, views);
        about(row.value, views);
    }
}

/// The measurement itself, whatever its window begins and ends with.
void ClauseQuestions::ask_measurement(const model::MeasurementOfFact& read, const Answers& answers) {
    if (!answers.is_usable(read.fact, read.minimum)) return list_.ask(read.fact, kind_for(read.minimum), clauses_);
    if (is_in_window(read, answers) == Truth::no) return list_.ask(read.fact, QuestionKind::measure_again, clauses_);
    if (!is_exact(given_days(read.fact, answers))) list_.ask(read.fact, QuestionKind::exact_date, clauses_);
}

void ClauseQuestions::ask_birth(const model::AgeTest& test, const Answers& answers) {
    if (dates_contradict(test, answers)) return list_.ask(birth_date, QuestionKind::resolve, clauses_);
    if (!answers.is_given(birth_date)) return list_.ask(birth_date, QuestionKind::answer, clauses_);
    // A partial date of birth may well do; that shows only when the other date is there.
    if (answers.is_usable(test.at, test.minimum) && !is_exact(answers.birth().value))
        list_.ask(birth_date, QuestionKind::exact_date, clauses_);
}

void ClauseQuestions::ask_date(FactIndex fact, Evidence minimum, const Answers& answers) {
    const bool is_given = answers.is_usable(fact, minimum);
    list_.ask(fact, is_given ? QuestionKind::exact_date : kind_for(minimum), clauses_);
}

}  // namespace pol::interpretation
