#pragma once

#include "compiler/interpret/members.hpp"
#include "compiler/interpret/routes.hpp"

namespace pol::interpretation {

/// The stages of a decision, in their order.
enum class Stage {
    text,
    box,
    benefit,
    gate,
    determinations,
    criteria,
    instead_of_approval,
    instead_of_denial,
    otherwise,
};

/// The stage of a determination that is not the gate.
[[nodiscard]] Stage stage_of(const model::Determination& determination);

/// How one route goes: the stage that ended it, what the stages on the way came out as, and what may result.
struct DecidedRoute {
    Route route;
    Stage last = Stage::text;
    Truth gate = Truth::no;
    Truth determinations = Truth::no;
    Truth criteria = Truth::no;
    Truth instead_of_approval = Truth::no;
    Truth instead_of_denial = Truth::no;
    Members members;

    /// Where the criteria are not met nothing stands instead of an approval.
    [[nodiscard]] bool reached(Stage stage) const {
        return stage <= last && (stage != Stage::instead_of_approval || criteria != Truth::no);
    }
};

/// Walks the stages of a route (docs/language.md, Stages). `answers` are those of the request, whose routing facts may
/// be unknown: what an approval grants is told from these.
[[nodiscard]] DecidedRoute decide_route(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers,
                                        const Route& route);

/// What may result of the same walk, without the clauses that lead to it: for proofs, which look at many requests.
/// Truths of what the route asks are enough (evaluate_route).
[[nodiscard]] Members results_of_route(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers,
                                       const Route& route);

}  // namespace pol::interpretation
