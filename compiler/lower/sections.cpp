#include "compiler/lower/approvals.hpp"
#include "compiler/lower/documents.hpp"
#include "compiler/lower/lines.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/requirements.hpp"
#include "compiler/lower/statements.hpp"

#include <cassert>
#include <optional>
#include <utility>

namespace pol::lowering {

namespace {

/// A section's own determinations and those of the guidelines that reach one of its lines, in file order. Those of
/// other sections have no line in common with it; the gate is a stage of its own. Without criteria nothing is approved
/// or denied that a guideline could replace.
std::vector<model::DeterminationIndex> determinations_for(const model::Policy& policy, const std::vector<bool>& lines,
                                                          bool has_criteria) {
    std::vector<model::DeterminationIndex> indices;
    for (std::size_t i = 0; i < policy.determinations.size(); ++i) {
        const model::Determination& determination = policy.determinations[i];
        if (policy.gate == i || (determination.replaces != model::Replaced::nothing && !has_criteria)) continue;
        if (any_line(lines_in_both(determination.lines, lines)))
            indices.push_back(static_cast<model::DeterminationIndex>(i));
    }
    return indices;
}

/// `KIND requires` of a section, whether it stands for the whole section or inside an item.
std::vector<const ast::Requires*> criteria_of(const std::vector<ast::Statement>& statements) {
    auto found = every<ast::Requires>(statements);
    for (const ast::Item* item : every<ast::Item>(statements))
        for (const ast::Requires* form : every<ast::Requires>(item->statements)) found.push_back(form);
    return found;
}

void lower_criteria(Context& context, const ast::Section& form, model::Section& section) {
    section.criteria.resize(plan_of(context.program).requests.size());
    const auto criteria = criteria_of(form.statements);
    if (criteria.empty()) return;
    const auto approvals = add_approvals(context, form);
    for (const ast::Requires* each : criteria) {
        auto group = to_group(context, each->group, form.id.text);
        auto clauses = clauses_below(context.policy, group);
        const std::uint16_t kind = routing_value(context, BuiltinFact::request, each->kind.text);
        assert(approvals[kind]);
        section.criteria[kind] =
            model::Criteria{.group = std::move(group), .approval = *approvals[kind], .clauses = std::move(clauses)};
    }
}

void lower_otherwise(Context& context, const ast::Section& form, model::Section& section) {
    if (const auto* otherwise = first<ast::Otherwise>(form.statements))
        section.otherwise = model::Otherwise{.clause = context.clause_by_id.at(form.id.text + ".otherwise"),
                                             .verdict = verdict_of(context.policy, otherwise->outcome)};
}

model::Section to_section(Context& context, const ast::Section& form) {
    model::Section section;
    section.id = form.id.text;
    section.title = form.title ? form.title->text : "";
    section.lines = ticked_lines(context, first<ast::ForLines>(form.statements));
    section.determinations = determinations_for(context.policy, section.lines, !criteria_of(form.statements).empty());
    lower_criteria(context, form, section);
    lower_otherwise(context, form, section);
    return section;
}

}  // namespace

void lower_sections(Context& context) {
    for (const ast::Section* form : blocks_of<ast::Section>(policy_of(context.program))) {
        const std::uint16_t index = append(context.policy.sections, to_section(context, *form));
        const std::vector<bool>& lines = context.policy.sections[index].lines;
        for (std::size_t line = 0; line < lines.size(); ++line)
            if (lines[line]) context.policy.lines[line].section = index;
    }
}

}  // namespace pol::lowering
