#pragma once

#include "compiler/interpret/members.hpp"
#include "compiler/interpret/routes.hpp"

namespace pol::interpretation {

/// The stages of a decision, in their order.
enum class Stage { text, box, benefit, gate, determinations, criteria, otherwise };

/// How one route goes: the stage that ended it, what the stages on the way came out as, and what may result.
struct DecidedRoute {
    Route route;
    Stage last = Stage::text;
    Truth gate = Truth::no;
    Truth determinations = Truth::no;
    Truth criteria = Truth::no;
    Members members;

    [[nodiscard]] bool reached(Stage stage) const { return stage <= last; }
};

/// Walks the stages of a route (docs/language.md, Stages). `answers` are those of the request, whose routing facts may
/// be unknown: what an approval grants is told from these.
[[nodiscard]] DecidedRoute decide_route(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers,
                                        const Route& route);

}  // namespace pol::interpretation
