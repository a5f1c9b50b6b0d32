#include "tests/oracle/qalsody_routes.hpp"

namespace by_hand {
namespace {

using pol::QuestionKind;

constexpr QuestionKind kind_for(Level minimum) {
    return minimum == Level::documented ? QuestionKind::document : QuestionKind::attest;
}

/// Collects questions: a fact once, in the place it first took, with all its clauses and its strongest kind.
struct Asking {
    const Request& request;
    const Findings& found;
    Decision& decision;

    void put(Fact fact, QuestionKind kind, Clauses clauses) {
        for (int i = 0; i < decision.question_count; ++i) {
            Question& question = decision.questions[i];
            if (question.fact != fact) continue;
            question.kind = std::max(question.kind, kind);
            question.clauses |= clauses;
            return;
        }
        decision.questions[decision.question_count++] = Question{fact, kind, clauses};
    }

    /// Asks for a fact, or, where nobody can know it, keeps the clause for a human.
    template <class Value>
    void want(Fact fact, const Answer<Value>& answer, QuestionKind kind, Clause clause) {
        if (answer.known == Known::not_knowable) {
            decision.clauses |= bit(clause);
        } else {
            put(fact, kind, bit(clause));
        }
    }

    /// For a condition on a provider's fact.
    template <class Value>
    void want_if(Truth truth, Fact fact, const Answer<Value>& answer, Level minimum, Clause clause) {
        if (truth == Truth::unknown) want(fact, answer, kind_for(minimum), clause);
    }

    void age(Clause clause);
    void trach_fact(Truth truth, Fact fact, const Answer<bool>& answer, Level minimum, Clause clause);
    void als_and_mutation(Clause clause);
    void initial_requirements();
    void renewal_requirements();
    void route(const Route& route);
    void period(Kind kind);
};

void Asking::age(Clause clause) {
    if (found.adult != Truth::unknown) return;
    if (born_after_service(request)) {
        put(Fact::birth_date, QuestionKind::resolve, bit(clause));
        put(Fact::date_of_service, QuestionKind::resolve, bit(clause));
        return;
    }
    const bool dated = request.service.known == Known::given;
    if (request.birth.known != Known::given) {
        want(Fact::birth_date, request.birth, QuestionKind::answer, clause);
    } else if (dated) {
        want(Fact::birth_date, request.birth, QuestionKind::exact_date, clause);
    }
    if (!dated) want(Fact::date_of_service, request.service, QuestionKind::answer, clause);
}

void Asking::trach_fact(Truth truth, Fact fact, const Answer<bool>& answer, Level minimum, Clause clause) {
    if (truth == Truth::unknown) want(fact, answer, found.conflict ? QuestionKind::resolve : kind_for(minimum), clause);
}

void Asking::als_and_mutation(Clause clause) {
    want_if(found.diagnosis, Fact::diagnosis, request.diagnosis, Level::documented, clause);
    want_if(found.sod1, Fact::sod1_mutation, request.sod1, Level::documented, clause);
}

void Asking::initial_requirements() {
    if (found.trach_group != Truth::unknown) return;
    trach_fact(found.mmc_5, Fact::tracheostomy, request.tracheostomy, Level::documented, Clause::mmc_5);
    trach_fact(found.mmc_6, Fact::trach_aspiration_only, request.aspiration_only, Level::attested, Clause::mmc_6);
}

void Asking::renewal_requirements() {
    want_if(found.mmc_9a, Fact::continues_to_benefit, request.benefits, Level::attested, Clause::mmc_9a);
    if (found.mmc_9b != Truth::unknown) return;
    want_if(found.ventilated, Fact::invasive_ventilation, request.ventilation, Level::attested, Clause::mmc_9b);
    if (found.trach_counts != Truth::unknown) return;
    trach_fact(found.trach_attested, Fact::tracheostomy, request.tracheostomy, Level::attested, Clause::mmc_9b);
    trach_fact(found.aspiration, Fact::trach_aspiration_only, request.aspiration_only, Level::attested, Clause::mmc_9b);
}

void Asking::route(const Route& route) {
    if (is_one_closed(route)) return;
    if (route.gate_unknown)
        want(Fact::contract_excludes, request.contract_excludes, QuestionKind::answer, Clause::gate);
    if (section_of(route.line) == Section::com && route.determinations_unknown) {
        als_and_mutation(Clause::com_1);
        age(Clause::com_1);
    }
    if (section_of(route.line) != Section::mmc) return;
    if (route.determinations_unknown) {
        want_if(found.mmc_7, Fact::indication, request.indication, Level::documented, Clause::mmc_7);
        if (route.line == Line::medicaid_harp && found.g_10 == Truth::unknown)
            want(Fact::mdrp_participating, request.mdrp_participating, QuestionKind::answer, Clause::g_10);
    }
    if (!route.criteria_unknown) return;
    if (found.mmc_1 == Truth::unknown) {
        want_if(found.prescriber, Fact::prescriber_specialty, request.prescriber, Level::documented, Clause::mmc_1);
        want_if(found.consulted, Fact::consulted_specialty, request.consulted, Level::documented, Clause::mmc_1);
    }
    age(Clause::mmc_2);
    if (found.mmc_3 == Truth::unknown) als_and_mutation(Clause::mmc_3);
    want_if(found.mmc_4, Fact::weakness_from_als, request.weakness, Level::attested, Clause::mmc_4);
    route.kind == Kind::initial ? initial_requirements() : renewal_requirements();
}

/// What leaves the period of an approval open.
void Asking::period(Kind kind) {
    const bool dated = request.service.known == Known::given;
    const bool started = request.first_start.known == Known::given;
    if (kind == Kind::renewal && dated && started && dates_contradict(request)) {
        put(Fact::first_start, QuestionKind::resolve, bit(Clause::mmc_9));
        put(Fact::date_of_service, QuestionKind::resolve, bit(Clause::mmc_9));
        return;
    }
    if (kind == Kind::renewal && !started)
        want(Fact::first_start, request.first_start, QuestionKind::answer, Clause::mmc_9);
    if (!dated) want(Fact::date_of_service, request.service, QuestionKind::answer, Clause::mmc_9);
}

/// Whether two routes that differ only in one routing fact give different sets.
bool makes_a_difference(const Routes& routes, int values, int stride) {
    for (int i = 0; i < routes.count; ++i) {
        const int first = i - i / stride % values * stride;
        if (routes.all[i].results != routes.all[first].results) return true;
    }
    return false;
}

void ask_routing(const Request& request, const Routes& routes, Asking& asking) {
    const auto consider = [&](Fact fact, Known known, int values, int stride, Clauses clauses) {
        if (known == Known::not_given && makes_a_difference(routes, values, stride))
            asking.put(fact, QuestionKind::answer, clauses);
    };
    const int by_kind = routes.texts;
    const int by_benefit = by_kind * routes.kinds;
    consider(Fact::line_of_business, request.line.known, routes.lines, by_benefit * routes.benefits, 0);
    consider(Fact::benefit, request.benefit.known, routes.benefits, by_benefit, 0);
    consider(Fact::request, request.kind.known, routes.kinds, by_kind, 0);
    consider(Fact::date_of_service, request.service.known, routes.texts, 1, bit(Clause::text));
}

}  // namespace

void ask(const Request& request, const Findings& found, const Routes& routes, Decision& decision) {
    Asking asking{request, found, decision};
    ask_routing(request, routes, asking);
    for (int i = 0; i < routes.count; ++i) asking.route(routes.all[i]);
    for (int i = 0; i < routes.count; ++i)
        if (routes.all[i].open) asking.period(routes.all[i].kind);
}

}  // namespace by_hand
