#pragma once

#include "pol/engine_room.hpp"
#include "pol/result_set.hpp"
#include "pol/verdict.hpp"

#include <cstdint>

namespace pol {

/// Where the selecting date lies: before the text, while it is in force, or after it.
enum class TextTime : std::uint8_t { before, in_force, after };

/// The values a routing fact can have for a request: one, or all where it is unknown.
struct RoutingFact {
    int fact = 0;
    int first = 0;
    int count = 1;
};

[[nodiscard]] constexpr TextTime time_of(const TextRule& text, Date day) noexcept {
    if (day < text.from) return TextTime::before;
    return day <= text.through ? TextTime::in_force : TextTime::after;
}

/// The date that selects the text, with the values of TextTime.
[[nodiscard]] constexpr RoutingFact selecting_date(const TextRule& text, DateRange day) noexcept {
    const int first = static_cast<int>(time_of(text, day.first));
    const int last = is_exact(day) ? first : static_cast<int>(time_of(text, day.last));
    return {text.selected_by, first, last - first + 1};
}

/// One way to read a request: every routing fact has a value, and the date lies before, in or after the text.
struct Route {
    int line = 0;
    int benefit = 0;
    int kind = 0;
    TextTime time = TextTime::in_force;
};

/// How one route goes: its results, the states of its clauses, and what keeps a stage open.
template <EngineRoom room>
struct DecidedRoute {
    Bits<room.places> results;
    Trace<room.clauses> trace;
    /// Open clauses of gate and determinations, of every stage.
    Bits<room.clauses> open;
    /// The criteria of its request kind; `no` where the route has none or ended before.
    Explained<room.clauses> criteria{.truth = Truth::no, .clauses = {}};
};

/// Walks the stages of routes (docs/language.md, Stages). The determinations of a section and the criteria of a request
/// kind are evaluated once, when the first route needs them. Where conditions depend on the route a walk is for one
/// route only, and the request says what the route does.
template <class Case>
class StageWalk {
public:
    static constexpr int clause_room = Case::room.clauses;
    using Set = Bits<clause_room>;
    using Results = ResultSet<Case>;
    using Decided = DecidedRoute<Case::room>;

    constexpr StageWalk(const Case& decided, Results& results) noexcept
        : case_(decided), rules_(decided.rules()), results_(results) {}

    constexpr void follow(const Route& route, Decided& decided) noexcept {
        const LineRule<clause_room>& line = rules_.lines[route.line];
        decided.trace.for_member = clauses_of(line, route);
        if (route.time != TextTime::in_force)
            return add(decided, result_outside(route.time), bits_of<clause_room>(rules_.text.clause), true);
        if (box(line, decided) && benefit(route, decided) && gate(decided) && determinations(line, decided) &&
            criteria(line, route, decided) &&
            !replaced(line, rules_.instead_of_denial, decided.criteria.truth == Truth::no, decided))
            otherwise(line, decided);
    }

    /// The criteria rule of a route; its approval is `no_index` where there are none.
    [[nodiscard]] constexpr const CriteriaRule<clause_room>& criteria_of(const LineRule<clause_room>& line,
                                                                         const Route& route) const noexcept {
        return rules_.criteria[line.section * rules_.kind_count + route.kind];
    }

    /// Those of the clauses that come before the criteria.
    [[nodiscard]] constexpr Set before_criteria(const Set& clauses) const noexcept {
        return clauses.without(rules_.instead_of_approval | rules_.instead_of_denial);
    }

private:
    constexpr Set clauses_of(const LineRule<clause_room>& line, const Route& route) const noexcept {
        if (line.section == no_index) return line.for_every_member;
        return line.for_every_member | criteria_of(line, route).requirements;
    }

    constexpr int result_outside(TextTime time) const noexcept {
        const bool has_earlier = time == TextTime::before && rules_.text.earlier_result != no_index;
        return has_earlier ? rules_.text.earlier_result : rules_.outside_result;
    }

    constexpr void add(Decided& decided, int place, const Set& reasons, bool surely) noexcept {
        decided.results.add(place);
        results_.add(place, reasons, surely);
    }

    static constexpr void state(Decided& decided, int clause, Truth truth) noexcept {
        decided.trace.reached.add(clause);
        decided.trace.yes.add_if(clause, truth == Truth::yes);
        decided.trace.no.add_if(clause, truth == Truth::no);
    }
    static constexpr void states(Decided& decided, const Set& clauses, const Set& yes, const Set& no) noexcept {
        decided.trace.reached |= clauses;
        decided.trace.yes |= yes;
        decided.trace.no |= no;
    }

    static constexpr void leave_out(Decided& decided, const Set& clauses) noexcept {
        decided.trace.for_member = decided.trace.for_member.without(clauses);
    }

    // The stages. Each says whether the route goes on behind it.

    constexpr bool box(const LineRule<clause_room>& line, Decided& decided) noexcept {
        const bool ticked = line.section != no_index;
        state(decided, line.box, truth(ticked));
        if (!ticked) add(decided, rules_.outside_result, bits_of<clause_room>(line.box), true);
        return ticked;
    }

    constexpr bool benefit(const Route& route, Decided& decided) noexcept {
        const bool listed = rules_.benefit_is_listed[route.benefit];
        if (rules_.benefit_clause != no_index) state(decided, rules_.benefit_clause, truth(listed));
        if (!listed) add(decided, rules_.outside_result, rules_.benefit_reasons, true);
        return listed;
    }

    constexpr bool gate(Decided& decided) noexcept {
        if (rules_.gate == no_index) return true;
        const Truth gate = case_.gate_truth();
        state(decided, rules_.gate, gate);
        if (gate == Truth::no) return true;
        const Set reason = bits_of<clause_room>(rules_.gate);
        add(decided, rules_.gate_result, reason, gate == Truth::yes);
        if (gate == Truth::unknown) decided.open |= reason;
        return gate == Truth::unknown;
    }

    constexpr bool determinations(const LineRule<clause_room>& line, Decided& decided) noexcept {
        evaluate(line.section);
        return determined(before_criteria(line.determinations), true, decided) != Truth::yes;
    }

    /// Whether determinations that stand instead of something surely hold.
    constexpr bool replaced(const LineRule<clause_room>& line, const Set& by, bool surely, Decided& decided) noexcept {
        return determined(line.determinations & by, surely, decided) == Truth::yes;
    }

    /// Whether any determination of a stage holds. What it gives is sure only where the stage is surely what counts.
    constexpr Truth determined(const Set& of_stage, bool surely, Decided& decided) noexcept {
        if (of_stage.empty()) return Truth::no;
        Set holding = of_stage & truths_.yes;
        Set failing = of_stage & truths_.no;
        heed_exceptions(of_stage, holding, failing);
        const Set open = of_stage.without(holding | failing);
        states(decided, of_stage, holding, failing);
        const bool holds = !holding.empty();
        const Set& giving = holds ? holding : open;
        if (giving.empty()) return Truth::no;
        give(giving, holds && surely, decided);
        if (!holds) decided.open |= open;
        return holds ? Truth::yes : Truth::unknown;
    }

    /// Adds the results that determinations give: each of them gives one.
    constexpr void give(Set giving, bool surely, Decided& decided) noexcept {
        for (int i = 0; !giving.empty(); ++i) {
            const Set reasons = giving & rules_.results[i].determinations;
            if (reasons.empty()) continue;
            add(decided, rules_.first_fixed_place() + i, reasons, surely);
            giving = giving.without(reasons);
        }
    }

    constexpr bool criteria(const LineRule<clause_room>& line, const Route& route, Decided& decided) noexcept {
        const CriteriaRule<clause_room>& rule = criteria_of(line, route);
        if (rule.approval == no_index) return true;
        decided.criteria = judged(line.section, route.kind);
        const Set asked = asked_of(rule);
        leave_out(decided, rule.requirements.without(asked));
        states(decided, asked, asked & truths_.yes, asked & truths_.no);
        if (decided.criteria.truth == Truth::no) return true;
        const bool surely = decided.criteria.truth == Truth::yes;
        if (replaced(line, rules_.instead_of_approval, surely, decided)) return !surely;
        add(decided, results_.approval_place(rule.approval, rules_.is_renewal(rule.approval, route.kind)),
            decided.criteria.clauses, surely);
        return !surely;
    }

    /// The requirements that are asked of the request, or may be: those left out are not, nor what is below nothing
    /// else.
    [[nodiscard]] constexpr Set asked_of(const CriteriaRule<clause_room>& rule) const noexcept {
        Set asked = rule.requirements.without(rule.below_conditional);
        for (const ConditionalRule<clause_room>& conditional : rule.conditional)
            if (asked.has(conditional.clause) && !truths_.left_out.has(conditional.clause)) asked |= conditional.below;
        return asked.without(truths_.left_out);
    }

    /// Surely holds only where no stage before it is open. Not meeting the criteria has the failing requirements for
    /// its reasons; any other outcome its own clause.
    constexpr void otherwise(const LineRule<clause_room>& line, Decided& decided) noexcept {
        const SectionRule& section = rules_.sections[line.section];
        if (section.otherwise == no_index) return;
        state(decided, section.otherwise, decided.open.empty() ? negate(decided.criteria.truth) : Truth::unknown);
        const bool surely = decided.criteria.truth == Truth::no;
        const bool by_criteria = rules_.fixed_result(section.otherwise_result).outcome == Outcome::criteria_not_met &&
                                 !decided.criteria.clauses.empty();
        add(decided, section.otherwise_result,
            by_criteria ? decided.criteria.clauses : bits_of<clause_room>(section.otherwise), surely);
    }

    constexpr void evaluate(int section) noexcept {
        if (evaluated_.has(section)) return;
        evaluated_.add(section);
        case_.evaluate(section, truths_);
    }

    [[nodiscard]] constexpr Explained<clause_room> judged(int section, int kind) noexcept {
        const int cell = section * rules_.kind_count + kind;
        Explained<clause_room> criteria;
        if (judged_.has(cell)) {
            criteria.truth = criteria_truth_[cell];
            for (int i = 0; i < Set::word_count; ++i) criteria.clauses.words[i] = criteria_clauses_[cell][i];
            return criteria;
        }
        criteria = case_.criteria(section, kind, truths_);
        judged_.add(cell);
        criteria_truth_[cell] = criteria.truth;
        for (int i = 0; i < Set::word_count; ++i) criteria_clauses_[cell][i] = criteria.clauses.words[i];
        return criteria;
    }

    /// Heeds those of the determinations of a stage that are exceptions to others: of a determination with one that
    /// holds it says no, with one that is open neither.
    constexpr void heed_exceptions(const Set& of_stage, Set& yes, Set& no) const noexcept {
        for (const ExceptionRule<clause_room>& rule : rules_.exceptions) {
            const Set exceptions = rule.exceptions & of_stage;
            const Set determination = of_stage & bits_of<clause_room>(rule.determination);
            if (!(exceptions & yes).empty()) {
                yes = yes.without(determination);
                no |= determination;
            } else if (!exceptions.without(no).empty()) {
                yes = yes.without(determination);
            }
        }
    }

    const Case& case_;
    const PolicyRules<clause_room>& rules_;
    Results& results_;
    ClauseTruths<clause_room> truths_;
    Bits<Case::room.places> evaluated_;
    Bits<Case::room.places> judged_;
    // Written cell by cell, as criteria are judged.
    Truth criteria_truth_[Case::room.places];
    std::uint64_t criteria_clauses_[Case::room.places][Set::word_count];
};

}  // namespace pol
