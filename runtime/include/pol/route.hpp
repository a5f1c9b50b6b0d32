#pragma once

#include "pol/result_set.hpp"
#include "pol/verdict.hpp"

#include <cstdint>

namespace pol {

/// Where the selecting date lies: before the text, while it is in force, or after it.
enum class TextTime : std::uint8_t { before, in_force, after };

/// One way to read a request: every routing fact has a value, and the date lies before, in or after the text.
struct Route {
    int line = 0;
    int benefit = 0;
    int kind = 0;
    TextTime time = TextTime::in_force;
};

/// How one route goes: its results, the states of its clauses, and what keeps a stage open.
template <class Evaluator>
struct DecidedRoute {
    Bits<Evaluator::result_count> results;
    Trace<Evaluator::clause_count> trace;
    /// Open clauses of gate and determinations, of every stage.
    Bits<Evaluator::clause_count> open;
    /// The criteria of its request kind; `no` where the route has none or ended before.
    Explained<Evaluator::clause_count> criteria{.truth = Truth::no, .clauses = {}};
};

/// The request as its conditions see it on a route: the routing facts are those of the route.
template <class Request>
[[nodiscard]] constexpr Request request_on(const Request& request, const Route& route) noexcept {
    const auto give = [](auto& fact, int value) {
        fact.presence = Presence::given;
        fact.value = static_cast<decltype(fact.value)>(value);
    };
    Request routed = request;
    give(routed.line_of_business, route.line);
    give(routed.benefit, route.benefit);
    give(routed.request, route.kind);
    return routed;
}

/// Walks the stages of routes (docs/language.md, Stages). The determinations of a section and the criteria of a request
/// kind are evaluated once, when the first route needs them. Where conditions depend on the route a walk is for one
/// route only, and `request` the one that request_on() gives.
template <class Evaluator>
class StageWalk {
public:
    static constexpr int clause_count = Evaluator::clause_count;
    using Request = typename Evaluator::Request;
    using Set = Bits<clause_count>;
    using Results = ResultSet<Evaluator>;

    constexpr StageWalk(const Request& request, Results& results) noexcept : request_(request), results_(results) {}

    constexpr void follow(const Route& route, DecidedRoute<Evaluator>& decided) noexcept {
        const LineRule<clause_count>& line = rules.lines[route.line];
        decided.trace.for_member = clauses_of(line, route);
        if (route.time != TextTime::in_force)
            return add(decided, result_outside(route.time), bits_of<clause_count>(rules.text.clause), true);
        if (box(line, decided) && benefit(route, decided) && gate(decided) && determinations(line, decided) &&
            criteria(line, route, decided) &&
            !replaced(line, rules.instead_of_denial, decided.criteria.truth == Truth::no, decided))
            otherwise(line, decided);
    }

    /// The criteria rule of a route; its approval is `no_index` where there are none.
    [[nodiscard]] static constexpr const CriteriaRule<clause_count>& criteria_of(const LineRule<clause_count>& line,
                                                                                 const Route& route) noexcept {
        return rules.criteria[line.section * rules.kind_count + route.kind];
    }

    /// Whether any determination comes behind the criteria. Policies without pay nothing for that.
    static constexpr bool replaces =
        !Evaluator::rules.instead_of_approval.empty() || !Evaluator::rules.instead_of_denial.empty();
    /// Those of the clauses that come before the criteria.
    [[nodiscard]] static constexpr Set before_criteria(const Set& clauses) noexcept {
        if constexpr (replaces)
            return clauses.without(rules.instead_of_approval | rules.instead_of_denial);
        else
            return clauses;
    }

private:
    static constexpr const PolicyRules<clause_count>& rules = Evaluator::rules;
    static constexpr Set clauses_of(const LineRule<clause_count>& line, const Route& route) noexcept {
        Set clauses = line.determinations;
        clauses.add(line.box);
        if (rules.benefit_clause != no_index) clauses.add(rules.benefit_clause);
        if (rules.gate != no_index) clauses.add(rules.gate);
        if (line.section == no_index) return clauses;
        clauses |= criteria_of(line, route).requirements;
        if (rules.sections[line.section].otherwise != no_index) clauses.add(rules.sections[line.section].otherwise);
        return clauses;
    }

    static constexpr int result_outside(TextTime time) noexcept {
        const bool has_earlier = time == TextTime::before && rules.text.earlier_result != no_index;
        return has_earlier ? rules.text.earlier_result : rules.outside_result;
    }

    constexpr void add(DecidedRoute<Evaluator>& decided, int place, const Set& reasons, bool surely) noexcept {
        decided.results.add(place);
        results_.add(place, reasons, surely);
    }

    static constexpr void state(DecidedRoute<Evaluator>& decided, int clause, Truth truth) noexcept {
        decided.trace.reached.add(clause);
        decided.trace.yes.add_if(clause, truth == Truth::yes);
        decided.trace.no.add_if(clause, truth == Truth::no);
    }
    constexpr void states(DecidedRoute<Evaluator>& decided, const Set& clauses,
                          const ClauseTruths<clause_count>& truths) noexcept {
        decided.trace.reached |= clauses;
        decided.trace.yes |= clauses & truths.yes;
        decided.trace.no |= clauses & truths.no;
    }

    static constexpr void leave_out(DecidedRoute<Evaluator>& decided, const Set& clauses) noexcept {
        decided.trace.for_member = decided.trace.for_member.without(clauses);
    }

    // The stages. Each says whether the route goes on behind it.

    constexpr bool box(const LineRule<clause_count>& line, DecidedRoute<Evaluator>& decided) noexcept {
        const bool ticked = line.section != no_index;
        state(decided, line.box, truth(ticked));
        if (!ticked) add(decided, rules.outside_result, bits_of<clause_count>(line.box), true);
        return ticked;
    }

    constexpr bool benefit(const Route& route, DecidedRoute<Evaluator>& decided) noexcept {
        const bool listed = rules.benefit_is_listed[route.benefit];
        if (rules.benefit_clause != no_index) state(decided, rules.benefit_clause, truth(listed));
        if (!listed) add(decided, rules.outside_result, rules.benefit_reasons, true);
        return listed;
    }

    constexpr bool gate(DecidedRoute<Evaluator>& decided) noexcept {
        if (rules.gate == no_index) return true;
        const Truth gate = Evaluator::gate_truth(request_);
        state(decided, rules.gate, gate);
        if (gate == Truth::no) return true;
        const Set reason = bits_of<clause_count>(rules.gate);
        add(decided, rules.gate_result, reason, gate == Truth::yes);
        if (gate == Truth::unknown) decided.open |= reason;
        return gate == Truth::unknown;
    }

    constexpr bool determinations(const LineRule<clause_count>& line, DecidedRoute<Evaluator>& decided) noexcept {
        evaluate(line.section);
        return determined(before_criteria(line.determinations), true, decided) != Truth::yes;
    }

    /// Whether determinations that stand instead of something surely hold.
    constexpr bool replaced([[maybe_unused]] const LineRule<clause_count>& line, [[maybe_unused]] const Set& by,
                            [[maybe_unused]] bool surely, [[maybe_unused]] DecidedRoute<Evaluator>& decided) noexcept {
        if constexpr (replaces)
            return determined(line.determinations & by, surely, decided) == Truth::yes;
        else
            return false;
    }

    /// Whether any determination of a stage holds. What it gives is sure only where the stage is surely what counts.
    constexpr Truth determined(const Set& of_stage, bool surely, DecidedRoute<Evaluator>& decided) noexcept {
        if (of_stage.empty()) return Truth::no;
        const ClauseTruths<clause_count> truths = with_exceptions(of_stage);
        states(decided, of_stage, truths);
        const Set holding = of_stage & truths.yes;
        const Set open = truths.unknown_of(of_stage);
        const bool holds = !holding.empty();
        const Set& giving = holds ? holding : open;
        if (giving.empty()) return Truth::no;
        for (std::uint32_t i = 0; i < rules.results.size; ++i) {
            const Set reasons = giving & rules.results[i].determinations;
            if (!reasons.empty()) add(decided, Results::first_fixed + static_cast<int>(i), reasons, holds && surely);
        }
        if (!holds) decided.open |= open;
        return holds ? Truth::yes : Truth::unknown;
    }

    constexpr bool criteria(const LineRule<clause_count>& line, const Route& route,
                            DecidedRoute<Evaluator>& decided) noexcept {
        const CriteriaRule<clause_count>& rule = criteria_of(line, route);
        if (rule.approval == no_index) return true;
        decided.criteria = judged(line.section, route.kind);
        const Set asked = asked_of(rule);
        leave_out(decided, rule.requirements.without(asked));
        states(decided, asked, truths_);
        if (decided.criteria.truth == Truth::no) return true;
        const bool surely = decided.criteria.truth == Truth::yes;
        if (replaced(line, rules.instead_of_approval, surely, decided)) return !surely;
        add(decided, results_.approval_place(rule.approval, Results::is_renewal(rule.approval, route.kind)),
            decided.criteria.clauses, surely);
        return !surely;
    }

    /// The requirements that are asked of the request, or may be: those left out are not, nor what is below nothing
    /// else.
    [[nodiscard]] constexpr Set asked_of(const CriteriaRule<clause_count>& rule) const noexcept {
        Set asked = rule.requirements.without(rule.below_conditional);
        for (const ConditionalRule<clause_count>& conditional : rule.conditional)
            if (asked.has(conditional.clause) && !truths_.left_out.has(conditional.clause)) asked |= conditional.below;
        return asked.without(truths_.left_out);
    }

    /// Surely holds only where no stage before it is open. Not meeting the criteria has the failing requirements for
    /// its reasons; any other outcome its own clause.
    constexpr void otherwise(const LineRule<clause_count>& line, DecidedRoute<Evaluator>& decided) noexcept {
        const SectionRule& section = rules.sections[line.section];
        if (section.otherwise == no_index) return;
        state(decided, section.otherwise, decided.open.empty() ? negate(decided.criteria.truth) : Truth::unknown);
        const bool surely = decided.criteria.truth == Truth::no;
        const bool by_criteria = rules.results[section.otherwise_result - Results::first_fixed].result.outcome ==
                                     Outcome::criteria_not_met &&
                                 !decided.criteria.clauses.empty();
        add(decided, section.otherwise_result,
            by_criteria ? decided.criteria.clauses : bits_of<clause_count>(section.otherwise), surely);
    }

    constexpr void evaluate(int section) noexcept {
        if (evaluated_.has(section)) return;
        evaluated_.add(section);
        Evaluator::evaluate(section, request_, truths_);
    }

    [[nodiscard]] constexpr const Explained<clause_count>& judged(int section, int kind) noexcept {
        const int cell = section * rules.kind_count + kind;
        if (!judged_.has(cell)) criteria_[cell] = Evaluator::criteria(section, kind, request_, truths_);
        judged_.add(cell);
        return criteria_[cell];
    }

    /// What the determinations of a line come out as when those that are exceptions to others are heeded.
    [[nodiscard]] constexpr ClauseTruths<clause_count> with_exceptions(const Set& of_line) const noexcept {
        ClauseTruths<clause_count> truths = truths_;
        for (const ExceptionRule<clause_count>& rule : rules.exceptions) {
            const Set exceptions = rule.exceptions & of_line;
            const Set determination = bits_of<clause_count>(rule.determination);
            if (!(exceptions & truths.yes).empty()) {
                truths.yes = truths.yes.without(determination);
                truths.no |= determination;
            } else if (!truths.unknown_of(exceptions).empty()) {
                truths.yes = truths.yes.without(determination);
            }
        }
        return truths;
    }

    const Request& request_;
    Results& results_;
    ClauseTruths<clause_count> truths_;
    Bits<Evaluator::section_count> evaluated_;
    static constexpr int cell_count = Evaluator::section_count * rules.kind_count;
    Bits<cell_count> judged_;
    Explained<clause_count> criteria_[cell_count];
};

}  // namespace pol
