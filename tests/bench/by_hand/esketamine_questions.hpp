#pragma once

#include "tests/bench/by_hand/esketamine_findings.hpp"

/// What is asked of a request on esketamine. Internal to the evaluator by hand.
namespace hand::esketamine {

class Asking {
public:
    Asking(const Judge& judge, Decision& decision)
        : request_(judge.request), readings_(judge.readings), judged_(judge.judged), questions_(decision) {}

    /// The open clauses of one route, in the order in which they are printed; those asked before add nothing.
    void other_use();
    void initial(Set open);
    void renewal(Set open);
    void approval(bool renewal);
    void lead_with(FactId fact, Set clauses) { questions_.lead_with(fact, clauses); }
    void conclude() { questions_.conclude(); }

private:
    void common(Set open);
    void resistant(Set open);
    void suicidal(Set open);
    void phases(Set open);

    void age();
    void two_years();
    void trials();
    void used_in_14_days();
    void improvement();
    // What rows of the tables of doses lack.
    void first_weeks(Clause clause, Set rows);
    void next_weeks(Clause clause, Set rows);
    void later_weeks(Clause clause, Set rows);

    template <class Value>
    void want(FactId fact, const Fact<Value>& answer, Clause clause, QuestionKind kind = QuestionKind::answer) {
        questions_.ask(fact, answer.presence, kind, set_of(clause));
    }
    /// A fact that is not told well enough.
    template <class Value>
    void want_untold(FactId fact, const Fact<Value>& answer, Clause clause) {
        if (!told(answer)) want(fact, answer, clause);
    }
    void want_amount(FactId fact, const Fact<pol::Decimal>& answer, int least, int most, Clause clause) {
        if (!amount(answer, least, most).known) want(fact, answer, clause);
    }
    /// A day that is missing, or known to the month or year only.
    void want_day(FactId fact, const Fact<Days>& answer, Clause clause) {
        if (told(answer) && pol::is_exact(answer.value)) return;
        want(fact, answer, clause, told(answer) ? QuestionKind::exact_date : QuestionKind::answer);
    }
    void want_day(FactId fact, const Fact<pol::Date>& answer, Clause clause) {
        if (answer.presence != pol::Presence::given) want(fact, answer, clause);
    }
    void want_service(Clause clause) {
        if (!pol::is_exact(readings_.service)) want(FactId::date_of_service, request_.date_of_service, clause);
    }
    void want_gap(Clause clause) {
        if (readings_.gap != Truth::unknown) return;
        want_day(FactId::last_treatment, request_.last_treatment, clause);
        want_day(FactId::date_of_request, request_.date_of_request, clause);
    }
    void want_indication(Clause clause) {
        if (!readings_.indication_is_told) want(FactId::indication, request_.indication, clause);
    }
    void want_week(Clause clause) {
        if (!readings_.from_week.known) want(FactId::from_week, request_.from_week, clause);
    }

    const Request& request_;
    const Readings& readings_;
    const Judged& judged_;
    Questions<Decision> questions_;
    Set asked_ = 0;
};

}  // namespace hand::esketamine
