#pragma once

#include "tests/bench/by_hand/infliximab_findings.hpp"

/// What is asked of a request on infliximab. Internal to the evaluator by hand.
namespace hand::infliximab {

class Asking : public Wants<Request, Decision, FactId, Clause> {
public:
    Asking(const Judge& judge, Decision& decision) : Wants(judge.request, decision), readings_(judge.readings) {}

    /// The open clauses of one route, in the order in which they are printed; those asked before add nothing.
    void unlisted(Set open);
    void initial(Set open);
    void renewal(Set open);
    void expansion(Set open);
    /// What an approval still needs.
    void commercial_approval();
    void expansion_approval();
    void expansion_renewal();

private:
    void one_indication(Set open);
    void preferred_first(Set open);
    void going_on_or_new(Set open);
    void new_patient(Set open);
    void no_other_biologic(Set open);
    void dose(Set open);

    template <class Holds>
    void want_of_therapies(Clause clause, Holds holds);
    void crohn(Clause clause);
    void unsuccessful_nsaid();
    void tried_therapy();
    void recent_infusion();
    void trials(Clause clause, TrialsResult result, Truth in_third_version);
    void label(Clause clause);
    void amounts(Clause clause);

    /// Those that were not asked before.
    Set not_asked(Set open) {
        open &= ~asked_;
        asked_ |= open;
        return open;
    }
    void want_version(Clause clause) { want_day(FactId::date_of_service, request_.date_of_service, clause); }
    void want_indication(Clause clause) { want_untold(FactId::indication, request_.indication, clause); }
    void want_product(Clause clause) { want_untold(FactId::product, request_.product, clause); }

    const Readings& readings_;
    Set asked_ = 0;
};

}  // namespace hand::infliximab
