#pragma once

#include "pol/question_list.hpp"
#include "pol/result_set.hpp"
#include "pol/route.hpp"
#include "pol/trace_union.hpp"

#include <cstdint>

namespace pol {

/// Decides one settled request: follows every route it may take and unites what they give. `Case` is the policy with
/// the request: TypedCase in constant expressions, SharedCase (pol/shared_case.hpp) otherwise.
template <class Case>
class RouteUnion {
public:
    static constexpr int clause_room = Case::room.clauses;
    using Output = DecisionOutput<clause_room>;

    constexpr explicit RouteUnion(const Case& decided) noexcept
        : case_(decided),
          rules_(decided.rules()),
          facts_{routing_fact(BuiltinFact::line_of_business, rules_.lines.size),
                 routing_fact(BuiltinFact::benefit, rules_.benefit_is_listed.size),
                 routing_fact(BuiltinFact::request, rules_.kind_count),
                 selecting_date(rules_.text, decided.selecting_day())},
          results_(decided),
          stages_(decided, results_),
          questions_(decided) {}

    constexpr void decide(const Bits<Case::room.places>& broken, const Output& decision) noexcept {
        const bool is_decided = follow_all(decision.head.trace);
        results_.write(decision);
        if (is_decided) {
            decision.head.outcome = decision.results[0].result.outcome;
            decision.head.clauses = decision.results[0].clauses;
            return;
        }
        for (int i = 0; i < open_count_; ++i) ask_open_approval(open_[i]);
        questions_.add_conflict_partners(broken);
        ask_routing();
        leave_undecided(decision);
    }

private:
    using Set = Bits<clause_room>;
    using Results = ResultSet<Case>;
    using Places = Bits<Case::room.places>;
    using Decided = DecidedRoute<Case::room>;
    using Stages = StageWalk<Case>;

    /// The values a routing fact can have: that which is given, or any.
    [[nodiscard]] constexpr RoutingFact routing_fact(BuiltinFact fact, std::uint32_t values) const noexcept {
        const Fact<std::uint16_t> choice = case_.choice(fact);
        if (choice.presence != Presence::given) return {index_of(fact), 0, static_cast<int>(values)};
        return {index_of(fact), choice.value, 1};
    }

    /// Whether exactly one result is possible.
    constexpr bool follow_all(Trace<clause_room>& trace) noexcept {
        if (routes_are_one()) {
            const Route only{facts_[0].first, facts_[1].first, facts_[2].first, static_cast<TextTime>(facts_[3].first)};
            return follow_only(only, trace);
        }
        TraceUnion<clause_room> states;
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
        return results_.is_decided();
    }

    [[nodiscard]] constexpr bool routes_are_one() const noexcept {
        return facts_[0].count * facts_[1].count * facts_[2].count * facts_[3].count == 1;
    }

    constexpr bool follow_only(const Route& route, Trace<clause_room>& trace) noexcept {
        bool is_decided = false;
        walk(route, [&](const Case& routed, Stages& stages) {
            Decided decided;
            stages.follow(route, decided);
            trace = decided.trace;
            is_decided = results_.is_decided();
            if (!is_decided) ask_along(route, decided.results, decided.open, decided.criteria, routed);
        });
        return is_decided;
    }

    [[gnu::noinline, gnu::flatten]] constexpr void follow(const Route& route,
                                                          TraceUnion<clause_room>& states) noexcept {
        walk(route, [&](const Case& routed, Stages& stages) {
            Decided decided;
            stages.follow(route, decided);
            states.add(decided.trace);
            for (int i = 0; i < Places::word_count; ++i) sets_[route_count_][i] = decided.results.words[i];
            ++route_count_;
            if (!results_.is_decided(decided.results))
                ask_along(route, decided.results, decided.open, decided.criteria, routed);
        });
    }

    /// Calls `visit` with the request as the conditions of a route see it, and the walk that evaluates them.
    template <class Visit>
    constexpr void walk(const Route& route, const Visit& visit) noexcept {
        if (!rules_.reads_routing) return visit(case_, stages_);
        walk_routed(route, visit);
    }
    template <class Visit>
    [[gnu::noinline]] constexpr void walk_routed(const Route& route, const Visit& visit) noexcept {
        typename Case::Changed changed;
        changed.copy(case_);
        changed.choose(BuiltinFact::line_of_business, route.line);
        changed.choose(BuiltinFact::benefit, route.benefit);
        changed.choose(BuiltinFact::request, route.kind);
        const Case routed = changed.as_case(case_);
        Stages stages(routed, results_);
        asked_ = {};
        visit(routed, stages);
    }

    /// Where a clause asks the same whatever the route, a second route adds nothing to what a first one asked. Takes
    /// values: a route of which nobody has the address is decided in registers.
    [[gnu::noinline, gnu::flatten]] constexpr void ask_along(Route route, Places results, Set open,
                                                             Explained<clause_room> criteria,
                                                             const Case& routed) noexcept {
        ask_open(stages_.before_criteria(open), routed);
        const bool has_open_approval = results_.has_open_approval(results);
        if (criteria.truth == Truth::unknown || has_open_approval) {
            const CriteriaRule<clause_room>& rule = stages_.criteria_of(rules_.lines[route.line], route);
            if (criteria.truth == Truth::unknown) ask_criteria(rule, criteria.clauses, routed);
            if (has_open_approval)
                note_open_approval(closed_place(rule.approval, rules_.is_renewal(rule.approval, route.kind)));
        }
        if (!rules_.replaces()) return;
        ask_open(open & rules_.instead_of_approval, routed);
        ask_open(open & rules_.instead_of_denial, routed);
    }

    /// The gate comes before the determinations, wherever it stands in the file.
    constexpr void ask_open(const Set& open, const Case& routed) noexcept {
        const bool gate_is_open = rules_.gate != no_index && open.has(rules_.gate) && !asked_.has(rules_.gate);
        if (gate_is_open) {
            ask(rules_.gate, routed);
            asked_.add(rules_.gate);
        }
        for_each(open.without(asked_), [&](int clause) { ask(clause, routed); });
        asked_ |= open;
    }

    constexpr void ask_criteria(const CriteriaRule<clause_room>& rule, const Set& open, const Case& routed) noexcept {
        if (open.without(asked_).empty()) return;
        for (const std::uint16_t clause : rule.printed_order)
            if (open.has(clause) && !asked_.has(clause)) ask(clause, routed);
        asked_ |= open;
    }

    /// Asks for what keeps a clause open, on a route: that settles the facts it goes by.
    constexpr void ask(int clause, const Case& routed) noexcept {
        const List<AskedTest> tests = rules_.tests_of(clause);
        if (tests.size == 0) return routed.ask(clause, questions_);
        for (const AskedTest& test : tests)
            if (!counts(test, routed)) questions_.about(clause, test);
    }

    /// Whether what a test reads is not what keeps it open. Of an age that shows only where it is asked for.
    static constexpr bool counts(const AskedTest& test, const Case& routed) noexcept {
        if (test.kind == AskedKind::value) return routed.is_usable(test.fact, test.minimum);
        if (test.kind != AskedKind::day) return false;
        const Fact<DateRange> day = routed.dated(test.fact);
        return usable(day, test.minimum) && is_exact(day.value);
    }

    constexpr void note_open_approval(int place) noexcept {
        for (int i = 0; i < open_count_; ++i)
            if (open_[i] == place) return;
        open_[open_count_++] = static_cast<std::uint16_t>(place);
    }

    /// What an approval still needs: its dates, then what its length, its last day and its amounts are computed from.
    [[gnu::noinline]] constexpr void ask_open_approval(int place) noexcept {
        const ApprovalTerms& terms = rules_.approvals[place / 2].terms;
        const Set clauses = bits_of<clause_room>(terms.period_clause);
        const int asked_before = questions_.mentions();
        if (place % 2 == 0)
            ask_start(place / 2, clauses);
        else
            ask_renewal_dates(place / 2, clauses);
        if (rules_.computes_extents || rules_.computes_amounts)
            case_.ask_approval(place / 2, questions_, !results_.extent(place / 2).known);
        if (questions_.mentions() == asked_before) questions_.leave_to_review(clauses);
    }

    constexpr void ask_start(int approval, const Set& clauses) noexcept {
        const ApprovalRule& rule = rules_.approvals[approval];
        const ApprovalDates dates = results_.dates(approval);
        if (dates.starts_on.presence != Presence::given)
            return questions_.ask(rule.terms.starts_on, QuestionKind::answer, clauses);
        const Extent extent = results_.extent(approval);
        if (!extent.known || !ends_before_start(extent, dates)) return;
        questions_.ask(rule.terms.starts_on, QuestionKind::resolve, clauses);
        if (rule.until_fact != no_index) questions_.ask(rule.until_fact, QuestionKind::resolve, clauses);
    }

    constexpr void ask_renewal_dates(int approval, const Set& clauses) noexcept {
        const ApprovalTerms& terms = rules_.approvals[approval].terms;
        const ApprovalDates dates = results_.dates(approval);
        const bool contradict = renewal_dates_contradict(terms, dates, rules_.calendar);
        const QuestionKind kind = contradict ? QuestionKind::resolve : QuestionKind::answer;
        if (contradict || dates.first_start.presence != Presence::given)
            questions_.ask(index_of(BuiltinFact::first_start), kind, clauses);
        if (contradict || dates.date_of_service.presence != Presence::given)
            questions_.ask(index_of(BuiltinFact::date_of_service), kind, clauses);
    }

    /// A routing fact is asked where two of its values, all else alike, give different results.
    [[gnu::noinline]] constexpr void ask_routing() noexcept {
        int stride = route_count_;
        for (int i = 0; i < 4; ++i) {
            const RoutingFact& routing = facts_[i];
            stride /= routing.count;
            if (routing.count == 1 || !matters(stride, routing.count)) continue;
            if (case_.presence(routing.fact) != Presence::not_given) continue;
            questions_.lead_with(routing.fact, i == 3 ? bits_of<clause_room>(rules_.text.clause) : Set{});
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
    [[gnu::noinline, gnu::flatten]] constexpr void leave_undecided(const Output& decision) const noexcept {
        decision.head.every_outcome_is_a_denial = true;
        for (int i = 0; i < decision.head.result_count; ++i)
            if (!is_denial(decision.results[i].result.outcome)) decision.head.every_outcome_is_a_denial = false;
        decision.head.outcome = questions_.empty() ? Outcome::review : Outcome::needs_information;
        if (questions_.empty()) decision.head.clauses = questions_.unknowable();
        questions_.write(decision);
    }

    const Case& case_;
    const PolicyRules<clause_room>& rules_;
    RoutingFact facts_[4];
    Results results_;
    Stages stages_;
    QuestionList<Case> questions_;
    Set asked_;
    int route_count_ = 0;
    int open_count_ = 0;
    std::uint16_t open_[Case::room.places];
    /// Results of every route, written as it is followed.
    std::uint64_t sets_[Case::room.routes()][Places::word_count];
};

/// Decides where facts contradict each other or lie beyond their bounds, which is rare: on a request without them.
template <class Case>
[[gnu::noinline]] constexpr void decide_settled(const Case& asked, const Bits<Case::room.places>& broken,
                                                const Bits<Case::room.facts>& beyond,
                                                const DecisionOutput<Case::room.clauses>& decision) noexcept {
    typename Case::Changed settled;
    settled.copy(asked);
    for_each(beyond, [&](int fact) { settled.set_presence(fact, Presence::not_given); });
    for_each(broken, [&](int index) {
        const ImpliesRule& rule = asked.rules().implies[index];
        settled.set_presence(rule.fact, Presence::in_conflict);
        settled.set_presence(rule.implied, Presence::in_conflict);
    });
    const Case known = settled.as_case(asked);
    RouteUnion<Case>(known).decide(broken, decision);
}

/// Decides a request. Of two facts that contradict each other by `implies`, both are unknown to all conditions; a
/// number beyond its declared bounds is not given, so that all that is computed stays as exact as was proved.
template <class Case>
constexpr void decide_case(const Case& asked, const DecisionOutput<Case::room.clauses>& decision) noexcept {
    Bits<Case::room.places> broken;
    Bits<Case::room.facts> beyond;
    asked.find_broken_implications(broken);
    asked.find_numbers_beyond_bounds(beyond);
    if (!broken.empty() || !beyond.empty()) return decide_settled(asked, broken, beyond, decision);
    RouteUnion<Case>(asked).decide(broken, decision);
}

/// Whether `fact` says yes and what it implies says no.
[[nodiscard]] constexpr bool contradicts(const Fact<YesNo>& fact, const Fact<YesNo>& implied) noexcept {
    return fact.presence == Presence::given && implied.presence == Presence::given && fact.value == YesNo::yes &&
           implied.value == YesNo::no;
}

}  // namespace pol
