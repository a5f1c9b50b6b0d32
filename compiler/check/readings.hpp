#pragma once

#include "compiler/check/context.hpp"
#include "compiler/check/walk.hpp"

namespace pol::checking {

/// Every reading of a policy with the id of the block it stands in: a section, guidelines, `APPLIES`, or nothing.
template <class Visit>
void each_reading(const ast::Policy& policy, const Visit& visit) {
    for (const ast::HeaderLine& line : policy.header)
        if (const auto* reading = std::get_if<ast::Reading>(&line.form)) visit(*reading, std::string());
    for (const ast::AppliesTo* applies : blocks_of<ast::AppliesTo>(policy))
        for (const ast::Reading& reading : applies->readings) visit(reading, std::string("APPLIES"));
    for (const ast::History* history : blocks_of<ast::History>(policy))
        for (const ast::Reading& reading : history->readings) visit(reading, std::string());
    each_clause_block(policy, [&](const ast::Name& id, const std::vector<ast::Statement>& statements) {
        each_of<ast::Reading>(statements,
                              [&](const ast::Reading& reading, const ast::Statement&) { visit(reading, id.text); });
    });
}

/// Every `see` of a policy with the id of the block it stands in.
template <class Visit>
void each_see(const ast::Policy& policy, const Visit& visit) {
    for (const ast::HeaderLine& line : policy.header)
        if (const auto* see = std::get_if<ast::See>(&line.form)) visit(*see, std::string());
    for (const ast::AppliesTo* applies : blocks_of<ast::AppliesTo>(policy))
        for (const ast::See& see : applies->benefits_see) visit(see, std::string("APPLIES"));
    each_clause_block(policy, [&](const ast::Name& id, const std::vector<ast::Statement>& statements) {
        each_of<ast::See>(statements, [&](const ast::See& see, const ast::Statement&) { visit(see, id.text); });
    });
}

}  // namespace pol::checking
