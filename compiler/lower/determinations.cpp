#include "compiler/lower/conditions.hpp"
#include "compiler/lower/documents.hpp"
#include "compiler/lower/lines.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

using model::DeterminationIndex;

model::Replaced replaced(ast::Replaced form) {
    switch (form) {
        case ast::Replaced::approval:
            return model::Replaced::approval;
        case ast::Replaced::denial:
            return model::Replaced::denial;
        case ast::Replaced::nothing:
            break;
    }
    return model::Replaced::nothing;
}

DeterminationIndex add(Context& context, const ast::Determination& form, model::ClauseIndex clause,
                       std::vector<bool> lines) {
    model::Determination determination;
    determination.clause = clause;
    determination.verdict = verdict_of(context.policy, form.outcome);
    determination.replaces = replaced(form.replaces);
    if (form.condition) determination.condition = to_condition(context, *form.condition);
    determination.lines = std::move(lines);
    const DeterminationIndex index = append(context.policy.determinations, std::move(determination));
    context.determinations_of_clause[clause].push_back(index);
    return index;
}

/// An item's own `for` narrows the lines of the block it stands in.
std::vector<bool> lines_of(const Context& context, const ast::Item& item, const std::vector<bool>& block_lines) {
    const auto* named = first<ast::ForLines>(item.statements);
    return named ? lines_in_both(block_lines, ticked_lines(context, named)) : block_lines;
}

void add_items(Context& context, const std::vector<ast::Statement>& statements) {
    const std::vector<bool> block_lines = ticked_lines(context, first<ast::ForLines>(statements));
    for (const ast::Item* item : every<ast::Item>(statements))
        for (const ast::Determination* form : every<ast::Determination>(item->statements))
            add(context, *form, context.clause_of_item.at(item), lines_of(context, *item, block_lines));
}

void add_block(Context& context, const ast::Block& block) {
    if (const auto* gate = std::get_if<ast::Gate>(&block)) {
        const std::vector<bool> all_lines(context.policy.lines.size(), true);
        context.policy.gate = add(context, gate->determination, context.clause_by_id.at("GATE"), all_lines);
    }
    if (const auto* section = std::get_if<ast::Section>(&block)) add_items(context, section->statements);
    if (const auto* guidelines = std::get_if<ast::Guidelines>(&block)) add_items(context, guidelines->statements);
}

/// What an exception is made to; of a range the items that give an outcome.
std::vector<DeterminationIndex> excepted(const Context& context, const ast::ExceptionTo& exception,
                                         std::string_view section) {
    std::vector<DeterminationIndex> indices;
    for (const ast::ItemRange& range : exception.items)
        for (const model::ClauseIndex clause : clauses_in(context, range, section)) {
            const auto found = context.determinations_of_clause.find(clause);
            if (found == context.determinations_of_clause.end()) continue;
            indices.insert(indices.end(), found->second.begin(), found->second.end());
        }
    return indices;
}

void add_exceptions(Context& context, const std::vector<ast::Statement>& statements, std::string_view section) {
    for (const ast::Item* item : every<ast::Item>(statements)) {
        const auto own = context.determinations_of_clause.find(context.clause_of_item.at(item));
        for (const ast::ExceptionTo* exception : every<ast::ExceptionTo>(item->statements)) {
            assert(own != context.determinations_of_clause.end());
            for (const DeterminationIndex index : excepted(context, *exception, section)) {
                auto& exceptions = context.policy.determinations[index].exceptions;
                exceptions.insert(exceptions.end(), own->second.begin(), own->second.end());
            }
        }
    }
}

/// The table keeps file order, and exceptions of one determination too.
void sort_exceptions(model::Policy& policy) {
    for (model::Determination& determination : policy.determinations)
        std::sort(determination.exceptions.begin(), determination.exceptions.end());
}

}  // namespace

void lower_determinations(Context& context) {
    const ast::Policy& policy = policy_of(context.program);
    for (const ast::Block& block : policy.blocks) add_block(context, block);
    for (const ast::Section* section : blocks_of<ast::Section>(policy))
        add_exceptions(context, section->statements, section->id.text);
    for (const ast::Guidelines* guidelines : blocks_of<ast::Guidelines>(policy))
        add_exceptions(context, guidelines->statements, guidelines->id.text);
    sort_exceptions(context.policy);
}

}  // namespace pol::lowering
