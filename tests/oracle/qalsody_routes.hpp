#pragma once

#include "tests/oracle/qalsody_judgement.hpp"

#include <initializer_list>

/// Routes through the policy, and the questions they leave. Internal to the evaluator by hand.
namespace by_hand {

enum class Section : std::uint8_t { none, com, mcr, mmc };

constexpr Section section_of(Line line) {
    switch (line) {
        case Line::commercial_group:
        case Line::on_exchange:
        case Line::off_exchange:
        case Line::essential_plan:
            return Section::com;
        case Line::dual_special_needs:
        case Line::medicare_advantage:
            return Section::mcr;
        case Line::medicaid_harp:
        case Line::child_health_plus:
            return Section::mmc;
        case Line::federal_employee:
        case Line::medicare_part_d:
        case Line::ancillary:
            break;
    }
    return Section::none;
}

/// A route, and after it was decided its results (by their place in the decision) and the stages left unknown.
struct Route {
    Line line;
    Benefit benefit;
    Kind kind;
    bool in_text;
    bool gate_unknown;
    bool determinations_unknown;
    bool criteria_unknown;
    bool open;
    std::uint16_t results;
};

constexpr bool is_one_closed(const Route& route) { return (route.results & (route.results - 1)) == 0 && !route.open; }

constexpr Clause box(Line line) { return static_cast<Clause>(line); }

constexpr Clauses bits(std::initializer_list<Clause> clauses) {
    Clauses set = 0;
    for (const Clause clause : clauses) set |= bit(clause);
    return set;
}

constexpr Clauses clauses_for(const Route& route) {
    Clauses set = bit(box(route.line)) | bits({Clause::medical, Clause::gate});
    switch (section_of(route.line)) {
        case Section::none:
            break;
        case Section::com:
            set |= bits({Clause::com_1, Clause::com_otherwise});
            break;
        case Section::mcr:
            set |= bit(Clause::mcr_1);
            break;
        case Section::mmc:
            set |= bits(
                {Clause::mmc_1, Clause::mmc_2, Clause::mmc_3, Clause::mmc_4, Clause::mmc_7, Clause::mmc_otherwise});
            set |= route.kind == Kind::initial ? bits({Clause::mmc_5, Clause::mmc_6})
                                               : bits({Clause::mmc_9a, Clause::mmc_9b});
            if (route.line == Line::medicaid_harp) set |= bit(Clause::g_10);
            break;
    }
    return set;
}

/// Every route that what is known of line, benefit, kind and service date allows; in the plan's order, each without
/// a text before the same one in the text.
struct Routes {
    int lines, benefits, kinds, texts;
    int count;
    Route all[line_count * 2 * 2 * 2];
};

/// Whether a renewal's service lies before the second period. Both dates must be given.
[[nodiscard]] bool dates_contradict(const Request& request);

/// Fills in the questions, or for want of any the clauses that no question can settle.
void ask(const Request& request, const Findings& found, const Routes& routes, Decision& decision);

}  // namespace by_hand
