#include "compiler/coverage/forced.hpp"

#include "compiler/coverage/parts.hpp"

namespace pol::coverage {

namespace {

/// Everybody is one of all of nothing, and nobody one of any of nothing.
model::Condition always(bool holds) {
    return {model::ConditionGroup{
        .quantifier = holds ? model::Quantifier::all_of : model::Quantifier::any_of, .count = 0, .members = {}}};
}

void force_boxes(model::Policy& policy, model::ClauseIndex clause, bool holds) {
    for (std::size_t line = 0; line < policy.lines.size(); ++line) {
        if (policy.lines[line].box != clause) continue;
        policy.lines[line].ticked = holds && !policy.sections.empty();
        if (policy.lines[line].ticked && !policy.lines[line].section) serve_line(policy, line, 0);
    }
    if (policy.benefit_clause != clause) return;
    for (model::Benefit& benefit : policy.benefits) benefit.listed = holds;
}

}  // namespace

bool has_truth(const model::Policy& policy, model::ClauseIndex clause) {
    switch (policy.clauses[clause].kind) {
        case ClauseKind::box:
        case ClauseKind::benefit:
        case ClauseKind::gate:
        case ClauseKind::determination:
        case ClauseKind::requirement:
            return true;
        case ClauseKind::text:
        case ClauseKind::otherwise:
        case ClauseKind::approval:
        case ClauseKind::dosing:
        case ClauseKind::because:
        case ClauseKind::evidence:
        case ClauseKind::note:
            break;
    }
    return false;
}

model::Policy forced(const model::Policy& policy, model::ClauseIndex clause, bool holds) {
    model::Policy changed = policy;
    force_boxes(changed, clause, holds);
    for (model::Determination& determination : changed.determinations) {
        if (determination.clause != clause) continue;
        determination.condition = always(holds);
        determination.exceptions.clear();
    }
    for (model::Requirement& requirement : changed.requirements) {
        if (requirement.clause != clause) continue;
        requirement.only_if.reset();
        requirement.body = always(holds);
    }
    return changed;
}

model::Policy without_scenarios(const model::Policy& policy) {
    model::Policy bare = policy;
    bare.scenarios.clear();
    return bare;
}

}  // namespace pol::coverage
