#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view members_template =
    ",\n     .below_conditional = {clauses},\n     .conditional = {table}";
constexpr std::string_view rule_template = "{{.clause = {clause},\n     .below = {below}}}";
// clang-format on

using Clauses = std::vector<model::ClauseIndex>;

const model::RequirementGroup* below_of(const Context& context, model::ClauseIndex clause) {
    return std::get_if<model::RequirementGroup>(&context.requirements[clause]->body);
}

/// The requirements of a group and those below them, up to the conditional ones.
void add_asked(const Context& context, const model::RequirementGroup& group, Clauses& clauses) {
    for (const model::RequirementNode& node : group.members) {
        if (const auto* nested = std::get_if<model::RequirementGroup>(&node)) {
            add_asked(context, *nested, clauses);
            continue;
        }
        const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
        clauses.push_back(clause);
        const model::RequirementGroup* below = below_of(context, clause);
        if (below != nullptr && context.only_if(clause) == nullptr) add_asked(context, *below, clauses);
    }
}

/// The conditional requirements with others below, the deepest first.
void add_conditional(const Context& context, const model::RequirementGroup& group, Clauses& conditional) {
    for (const model::RequirementNode& node : group.members) {
        if (const auto* nested = std::get_if<model::RequirementGroup>(&node)) {
            add_conditional(context, *nested, conditional);
            continue;
        }
        const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
        const model::RequirementGroup* below = below_of(context, clause);
        if (below == nullptr || std::count(conditional.begin(), conditional.end(), clause) != 0) continue;
        add_conditional(context, *below, conditional);
        if (context.only_if(clause) != nullptr) conditional.push_back(clause);
    }
}

Clauses conditional_of(const Context& context, const model::Criteria& criteria) {
    Clauses conditional;
    add_conditional(context, criteria.group, conditional);
    std::reverse(conditional.begin(), conditional.end());
    return conditional;
}

std::vector<std::string> conditional_rules(const Context& context, const model::Criteria& criteria) {
    std::vector<std::string> rules;
    for (const model::ClauseIndex clause : conditional_of(context, criteria)) {
        Clauses below;
        add_asked(context, *below_of(context, clause), below);
        rules.push_back(fmt::format(rule_template, fmt::arg("clause", context.clause_number(clause)),
                                    fmt::arg("below", context.clause_set(below, 8))));
    }
    return rules;
}

std::string table_name(const Context& context, std::size_t section, std::size_t kind) {
    return context.names.criteria[section][kind] + "_conditional";
}

}  // namespace

std::string conditional_tables(const Context& context) {
    std::string tables;
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i)
        for (std::size_t kind = 0; kind < context.policy.sections[i].criteria.size(); ++kind)
            if (const std::optional<model::Criteria>& criteria = context.policy.sections[i].criteria[kind])
                tables += table("::pol::ConditionalRule<clause_room>", table_name(context, i, kind),
                                conditional_rules(context, *criteria));
    return tables;
}

std::string conditional_members(const Context& context, std::size_t section, std::size_t kind) {
    const model::Criteria& criteria = *context.policy.sections[section].criteria[kind];
    if (conditional_of(context, criteria).empty()) return {};
    Clauses asked;
    add_asked(context, criteria.group, asked);
    Clauses others;
    for (const model::ClauseIndex clause : criteria.clauses)
        if (std::count(asked.begin(), asked.end(), clause) == 0) others.push_back(clause);
    return fmt::format(members_template, fmt::arg("clauses", context.clause_set(others, 8)),
                       fmt::arg("table", table_name(context, section, kind)));
}

}  // namespace pol::emission
