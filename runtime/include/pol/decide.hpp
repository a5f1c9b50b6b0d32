#pragma once

#include "pol/question_list.hpp"
#include "pol/result_set.hpp"
#include "pol/route.hpp"
#include "pol/trace_union.hpp"

#include <cstdint>

namespace pol {

/// The values a routing fact can have for a request: one, or all where it is unknown.
struct RoutingFact {
    int fact = 0;
    int first = 0;
    int count = 1;
};

template <class Value>
[[nodiscard]] constexpr RoutingFact routing_fact(BuiltinFact fact, const Fact<Value>& answer, int values) noexcept {
    if (answer.presence != Presence::given) return {static_cast<int>(fact), 0, values};
    return {static_cast<int>(fact), static_cast<int>(answer.value), 1};
}

[[nodiscard]] constexpr TextTime time_of(const TextRule& text, Date day) noexcept {
    if (day < text.from) return TextTime::before;
    return day <= text.through ? TextTime::in_force : TextTime::after;
}

/// The date that selects the text, with the values of TextTime.
[[nodiscard]] constexpr RoutingFact selecting_date(const TextRule& text, DateRange day) noexcept {
    const int first = static_cast<int>(time_of(text, day.first));
    return {text.selected_by, first, static_cast<int>(time_of(text, day.last)) - first + 1};
}

/// Decides one settled request: follows every route it may take and unites what they give.
///
/// `Evaluator` is the generated part of a policy: `Request` and `Decision`, the sizes `clause_count`, `result_count`,
/// `fact_count`, `section_count` and `implies_count`, `rules` (PolicyRules), and these static functions:
/// - `gate_truth(request)`, `evaluate(section, request, truths)` for determinations, `criteria(section, kind, request,
///   truths)` and `ask(clause, request, questions)`;
/// - `presence(request, fact)`, `date(request, fact)` (the Fact of an exact date), `dated(request, fact)` (any date, or
///   the day of a measurement, as given) and `day(request, fact, minimum)` (the Day of any date, with its bound);
/// - `broken_implications(request)`, `numbers_beyond_bounds(request)`: the facts.
/// Where an approval computes its length, its last day or amounts, also, by the approval's index:
/// - `length(approval, request)`: Length, `until(approval, request)`: DateRange, more than a day if unknown;
/// - `amounts(approval, request, result)`: writes them; whether all are known;
/// - `ask_approval(approval, request, questions, asks_until)`: `questions.about` each of these, in this order; the last
///   day only where that is asked for.
template <class Evaluator>
class RouteUnion {
public:
    static constexpr int clause_count = Evaluator::clause_count;
    using Request = typename Evaluator::Request;
    using Decision = typename Evaluator::Decision;

    constexpr explicit RouteUnion(const Request& request) noexcept
        : request_(request),
          facts_{routing_fact(BuiltinFact::line_of_business, request.line_of_business, size(rules.lines)),
                 routing_fact(BuiltinFact::benefit, request.benefit, size(rules.benefit_is_listed)),
                 routing_fact(BuiltinFact::request, request.request, rules.kind_count),
                 selecting_date(rules.text, Evaluator::day(request, rules.text.selected_by, Evidence::none).range)},
          results_(request),
          stages_(request, results_),
          questions_(request) {}

    constexpr void decide(const Bits<Evaluator::implies_count>& broken, Decision& decision) noexcept {
        follow_all(decision.trace);
        results_.write(decision);
        if (results_.is_decided()) {
            decision.outcome = decision.results[0].result.outcome;
            decision.clauses = decision.results[0].clauses;
            return;
        }
        for (int i = 0; i < open_count_; ++i) ask_open_approval(open_[i]);
        questions_.add_conflict_partners(broken);
        ask_routing();
        leave_undecided(decision);
    }

private:
    static constexpr const PolicyRules<clause_count>& rules = Evaluator::rules;
    static constexpr int size(const auto& list) noexcept { return static_cast<int>(list.size); }

    constexpr void follow_all(Trace<clause_count>& trace) noexcept {
        if (routes_are_one()) {
            const Route only{facts_[0].first, facts_[1].first, facts_[2].first, static_cast<TextTime>(facts_[3].first)};
            trace = follow_only(only);
            return;
        }
        TraceUnion<clause_count> states;
        for (int line = 0; line < facts_[0].count; ++line)
            for (int benefit = 0; benefit < facts_[1].count; ++benefit)
                for (int kind = 0; kind < facts_[2].count; ++kind)
                    for (int time = 0; time < facts_[3].count; ++time)
                        follow({.line = facts_[0].first + line,
                                .benefit = facts_[1].first + benefit,
                                .kind = facts_[2].first + kind,
                                .time = static_cast<TextTime>(facts_[3].first + time)},
                               states);
        trace = states.trace();
    }

    [[nodiscard]] constexpr bool routes_are_one() const noexcept {
        return facts_[0].count * facts_[1].count * facts_[2].count * facts_[3].count == 1;
    }

    constexpr Trace<clause_count> follow_only(const Route& route) noexcept {
        Trace<clause_count> trace;
        walk(route, [&](const Request& request, StageWalk<Evaluator>& stages) {
            DecidedRoute<Evaluator> decided;
            stages.follow(route, decided);
            trace = decided.trace;
            if (!results_.is_decided()) ask_along(route, decided, request);
        });
        return trace;
    }

    constexpr void follow(const Route& route, TraceUnion<clause_count>& states) noexcept {
        walk(route, [&](const Request& request, StageWalk<Evaluator>& stages) {
            DecidedRoute<Evaluator> decided;
            stages.follow(route, decided);
            states.add(decided.trace);
            for (int i = 0; i < Places::word_count; ++i) sets_[route_count_][i] = decided.results.words[i];
            ++route_count_;
            if (!results_.is_decided(decided.results)) ask_along(route, decided, request);
        });
    }

    /// Calls `visit` with the request as the conditions of a route see it, and the walk that evaluates them.
    template <class Visit>
    constexpr void walk(const Route& route, const Visit& visit) noexcept {
        if constexpr (rules.reads_routing) {
            const Request routed = request_on(request_, route);
            StageWalk<Evaluator> stages(routed, results_);
            asked_ = {};
            visit(routed, stages);
        } else {
            visit(request_, stages_);
        }
    }

    /// Where a clause asks the same whatever the route, a second route adds nothing to what a first one asked.
    constexpr void ask_along(const Route& route, const DecidedRoute<Evaluator>& decided,
                             const Request& request) noexcept {
        ask_open(StageWalk<Evaluator>::before_criteria(decided.open), request);
        const bool has_open_approval = Results::open_place >= 0 && decided.results.has(Results::open_place);
        if (decided.criteria.truth == Truth::unknown || has_open_approval) {
            const CriteriaRule<clause_count>& rule = stages_.criteria_of(rules.lines[route.line], route);
            if (decided.criteria.truth == Truth::unknown) ask_criteria(rule, decided.criteria.clauses, request);
            if (has_open_approval)
                note_open_approval(closed_place(rule.approval, Results::is_renewal(rule.approval, route.kind)));
        }
        if constexpr (StageWalk<Evaluator>::replaces) {
            ask_open(decided.open & rules.instead_of_approval, request);
            ask_open(decided.open & rules.instead_of_denial, request);
        }
    }

    /// The gate comes before the determinations, wherever it stands in the file.
    constexpr void ask_open(const Bits<clause_count>& open, const Request& request) noexcept {
        const bool gate_is_open = rules.gate != no_index && open.has(rules.gate) && !asked_.has(rules.gate);
        if (gate_is_open) {
            Evaluator::ask(rules.gate, request, questions_);
            asked_.add(rules.gate);
        }
        for_each(open.without(asked_), [&](int clause) { Evaluator::ask(clause, request, questions_); });
        asked_ |= open;
    }

    constexpr void ask_criteria(const CriteriaRule<clause_count>& rule, const Bits<clause_count>& open,
                                const Request& request) noexcept {
        if (open.without(asked_).empty()) return;
        for (const std::uint16_t clause : rule.printed_order)
            if (open.has(clause) && !asked_.has(clause)) Evaluator::ask(clause, request, questions_);
        asked_ |= open;
    }

    constexpr void note_open_approval(int place) noexcept {
        for (int i = 0; i < open_count_; ++i)
            if (open_[i] == place) return;
        open_[open_count_++] = static_cast<std::uint16_t>(place);
    }

    /// What an approval still needs: its dates, then what its length, its last day and its amounts are computed from.
    constexpr void ask_open_approval(int place) noexcept {
        const ApprovalTerms& terms = rules.approvals[place / 2].terms;
        const Bits<clause_count> clauses = bits_of<clause_count>(terms.period_clause);
        const int asked_before = questions_.mentions();
        if (place % 2 == 0)
            ask_start(place / 2, clauses);
        else
            ask_renewal_dates(place / 2, clauses);
        if constexpr (Results::computes_extents || Results::computes_amounts)
            Evaluator::ask_approval(place / 2, request_, questions_, !results_.extent(place / 2).known);
        if (questions_.mentions() == asked_before) questions_.leave_to_review(clauses);
    }

    constexpr void ask_start(int approval, const Bits<clause_count>& clauses) noexcept {
        const ApprovalRule& rule = rules.approvals[approval];
        const ApprovalDates dates = results_.dates(approval);
        if (dates.starts_on.presence != Presence::given)
            return questions_.ask(rule.terms.starts_on, QuestionKind::answer, clauses);
        const Extent extent = results_.extent(approval);
        if (!extent.known || !ends_before_start(extent, dates)) return;
        questions_.ask(rule.terms.starts_on, QuestionKind::resolve, clauses);
        if (rule.until_fact != no_index) questions_.ask(rule.until_fact, QuestionKind::resolve, clauses);
    }

    constexpr void ask_renewal_dates(int approval, const Bits<clause_count>& clauses) noexcept {
        const ApprovalTerms& terms = rules.approvals[approval].terms;
        const bool contradict = renewal_dates_contradict(terms, results_.dates(approval), rules.calendar);
        const QuestionKind kind = contradict ? QuestionKind::resolve : QuestionKind::answer;
        if (contradict || request_.first_start.presence != Presence::given)
            questions_.ask(index_of(BuiltinFact::first_start), kind, clauses);
        if (contradict || request_.date_of_service.presence != Presence::given)
            questions_.ask(index_of(BuiltinFact::date_of_service), kind, clauses);
    }

    /// A routing fact is asked where two of its values, all else alike, give different results.
    constexpr void ask_routing() noexcept {
        int stride = route_count_;
        for (int i = 0; i < 4; ++i) {
            const RoutingFact& routing = facts_[i];
            stride /= routing.count;
            if (routing.count == 1 || !matters(stride, routing.count)) continue;
            if (Evaluator::presence(request_, routing.fact) != Presence::not_given) continue;
            questions_.lead_with(routing.fact,
                                 i == 3 ? bits_of<clause_count>(rules.text.clause) : Bits<clause_count>{});
        }
    }

    [[nodiscard]] constexpr bool matters(int stride, int count) const noexcept {
        for (int route = 0; route < route_count_; ++route)
            if (!same_results(route, route - route / stride % count * stride)) return true;
        return false;
    }
    [[nodiscard]] constexpr bool same_results(int left, int right) const noexcept {
        for (int i = 0; i < Places::word_count; ++i)
            if (sets_[left][i] != sets_[right][i]) return false;
        return true;
    }

    /// What may still come out, with the questions; without any, somebody has to review what nobody can answer.
    constexpr void leave_undecided(Decision& decision) const noexcept {
        decision.every_outcome_is_a_denial = true;
        for (int i = 0; i < decision.result_count; ++i)
            if (!is_denial(decision.results[i].result.outcome)) decision.every_outcome_is_a_denial = false;
        decision.outcome = questions_.empty() ? Outcome::review : Outcome::needs_information;
        if (questions_.empty()) decision.clauses = questions_.unknowable();
        questions_.write(decision);
    }

    using Results = ResultSet<Evaluator>;
    using Places = Bits<Evaluator::result_count>;

    const Request& request_;
    RoutingFact facts_[4];
    Results results_;
    StageWalk<Evaluator> stages_;
    QuestionList<Evaluator> questions_;
    Bits<clause_count> asked_;
    int route_count_ = 0;
    int open_count_ = 0;
    std::uint16_t open_[Results::closed_places + 1];
    /// Results of every route, written as it is followed.
    static constexpr int most_routes = size(rules.lines) * size(rules.benefit_is_listed) * rules.kind_count * 3;
    std::uint64_t sets_[most_routes][Places::word_count];
};

/// Decides a request. Of two facts that contradict each other by `implies`, both are unknown to all conditions; a
/// number beyond its declared bounds is not given, so that all that is computed stays as exact as was proved.
template <class Evaluator>
constexpr void decide(const typename Evaluator::Request& request, typename Evaluator::Decision& decision) noexcept {
    const Bits<Evaluator::implies_count> broken = Evaluator::broken_implications(request);
    const Bits<Evaluator::fact_count> beyond = Evaluator::numbers_beyond_bounds(request);
    if (broken.empty() && beyond.empty()) return RouteUnion<Evaluator>(request).decide(broken, decision);
    typename Evaluator::Request settled = request;
    for_each(beyond, [&](int fact) { Evaluator::presence(settled, fact) = Presence::not_given; });
    for_each(broken, [&](int index) {
        const ImpliesRule& rule = Evaluator::rules.implies[index];
        Evaluator::presence(settled, rule.fact) = Presence::in_conflict;
        Evaluator::presence(settled, rule.implied) = Presence::in_conflict;
    });
    RouteUnion<Evaluator>(settled).decide(broken, decision);
}

/// Whether `fact` says yes and what it implies says no.
[[nodiscard]] constexpr bool contradicts(const Fact<YesNo>& fact, const Fact<YesNo>& implied) noexcept {
    return fact.presence == Presence::given && implied.presence == Presence::given && fact.value == YesNo::yes &&
           implied.value == YesNo::no;
}

}  // namespace pol
