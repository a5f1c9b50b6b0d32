#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/source/overloaded.hpp"

#include <variant>
#include <vector>

namespace pol::checking {

template <class Visit>
void each_statement(const std::vector<ast::Statement>& statements, const Visit& visit);

/// Goes on with what stands inside a statement; one branch a kind, so that a new kind is not forgotten here.
template <class Visit>
void each_statement_below(const ast::Statement& statement, const Visit& visit) {
    std::visit(overloaded{
                   [&](const ast::Item& item) { each_statement(item.statements, visit); },
                   [&](const ast::ItemGroup& group) { each_statement(group.members, visit); },
                   [&](const ast::Requires& requires_group) { each_statement(requires_group.group.members, visit); },
                   [&](const ast::Otherwise& otherwise) { each_statement(otherwise.attributes, visit); },
                   [&](const ast::Because& because) {
                       for (const ast::Item& item : because.items) each_statement(item.statements, visit);
                   },
                   [&](const ast::Notes& notes) {
                       for (const ast::Item& item : notes.items) each_statement(item.statements, visit);
                   },
                   [](const ast::ForLines&) {},
                   [](const ast::See&) {},
                   [](const ast::Printed&) {},
                   [](const ast::OnlyIf&) {},
                   [](const ast::NotInDocument&) {},
                   [](const ast::Reading&) {},
                   [](const ast::Note&) {},
                   [](const ast::EvidenceRule&) {},
                   [](const ast::Determination&) {},
                   [](const ast::ExceptionTo&) {},
                   [](const ast::Requirement&) {},
                   [](const ast::ItemsAgain&) {},
                   [](const ast::Dose&) {},
                   [](const ast::Loading&) {},
                   [](const ast::Maintenance&) {},
                   [](const ast::Approve&) {},
                   [](const ast::QuantityApproved&) {},
               },
               statement.form);
}

/// Every statement in the order written, those inside another one right after it.
template <class Visit>
void each_statement(const std::vector<ast::Statement>& statements, const Visit& visit) {
    for (const ast::Statement& statement : statements) {
        visit(statement);
        each_statement_below(statement, visit);
    }
}

/// Every statement of one kind, with the statement that holds it for its place.
template <class Kind, class Visit>
void each_of(const std::vector<ast::Statement>& statements, const Visit& visit) {
    each_statement(statements, [&](const ast::Statement& statement) {
        if (const auto* form = std::get_if<Kind>(&statement.form)) visit(*form, statement);
    });
}

/// The statements of every section and guideline list, with the id of the block they stand in.
template <class Visit>
void each_clause_block(const ast::Policy& policy, const Visit& visit) {
    for (const ast::Block& block : policy.blocks) {
        if (const auto* section = std::get_if<ast::Section>(&block)) visit(section->id, section->statements);
        if (const auto* guidelines = std::get_if<ast::Guidelines>(&block))
            visit(guidelines->id, guidelines->statements);
    }
}

}  // namespace pol::checking
