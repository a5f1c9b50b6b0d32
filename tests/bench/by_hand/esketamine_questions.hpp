#pragma once

#include "tests/bench/by_hand/esketamine_findings.hpp"

/// What is asked of a request on esketamine. Internal to the evaluator by hand.
namespace hand::esketamine {

class Asking : public Wants<Request, Decision, FactId, Clause> {
public:
    Asking(const Judge& judge, Decision& decision)
        : Wants(judge.request, decision), readings_(judge.readings), judged_(judge.judged) {}

    /// The open clauses of one route, in the order in which they are printed; those asked before add nothing.
    void other_use();
    void initial(Set open);
    void renewal(Set open);
    void approval(bool renewal);

private:
    void common(Set open);
    void resistant(Set open);
    void suicidal(Set open);
    void phases(Set open);

    void two_years();
    void trials();
    void used_in_14_days();
    void improvement();
    // What rows of the tables of doses lack.
    void first_weeks(Clause clause, Set rows);
    void next_weeks(Clause clause, Set rows);
    void later_weeks(Clause clause, Set rows);

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

    const Readings& readings_;
    const Judged& judged_;
    Set asked_ = 0;
};

}  // namespace hand::esketamine
