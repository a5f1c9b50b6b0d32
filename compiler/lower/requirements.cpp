#include "compiler/lower/requirements.hpp"

#include "compiler/lower/conditions.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace pol::lowering {

namespace {

using model::ClauseIndex;

/// How many labels deep an id is; the items of one list agree in it.
auto depth_of(const std::string& id) { return std::count(id.begin(), id.end(), '.'); }

/// `items 1 to 4`: the requirements of that list between the two, not those nested below them.
std::vector<ClauseIndex> repeated(const Context& context, const ast::ItemRange& range, std::string_view section) {
    const auto& clauses = context.policy.clauses;
    const auto depth = depth_of(clauses[clause_at(context, range.first, section)].id);
    std::vector<ClauseIndex> requirements;
    for (const ClauseIndex clause : clauses_in(context, range, section))
        if (clauses[clause].kind == ClauseKind::requirement && depth_of(clauses[clause].id) == depth)
            requirements.push_back(clause);
    return requirements;
}

void add_member(const Context& context, const ast::Statement& member, std::string_view section,
                std::vector<model::RequirementNode>& members) {
    if (const auto* item = std::get_if<ast::Item>(&member.form)) {
        // a note among the requirements asks nothing
        if (ast::asks_something(*item)) members.emplace_back(context.clause_of_item.at(item));
    } else if (const auto* group = std::get_if<ast::ItemGroup>(&member.form)) {
        members.emplace_back(to_group(context, *group, section));
    } else if (const auto* again = std::get_if<ast::ItemsAgain>(&member.form)) {
        for (const ast::ItemRange& range : again->ranges)
            for (const ClauseIndex clause : repeated(context, range, section)) members.emplace_back(clause);
    }
}

class RequirementWalk {
public:
    RequirementWalk(Context& context, std::string_view section) : context_(context), section_(section) {}

    void statements(const std::vector<ast::Statement>& list) {
        for (const ast::Statement& statement : list) {
            if (const auto* item = std::get_if<ast::Item>(&statement.form)) this->item(*item);
            if (const auto* group = std::get_if<ast::ItemGroup>(&statement.form)) statements(group->members);
            if (const auto* requires_ = std::get_if<ast::Requires>(&statement.form))
                statements(requires_->group.members);
        }
    }

private:
    void item(const ast::Item& item) {
        const ClauseIndex clause = context_.clause_of_item.at(&item);
        if (const auto* form = first<ast::Requirement>(item.statements))
            context_.policy.requirements.push_back({clause, only_if(item), to_condition(context_, form->condition)});
        else if (const auto* group = first<ast::ItemGroup>(item.statements))
            context_.policy.requirements.push_back({clause, only_if(item), to_group(context_, *group, section_)});
        statements(item.statements);
    }

    /// An item with `for` is asked only of members of these lines.
    std::optional<model::Condition> only_if(const ast::Item& item) const {
        const auto* form = first<ast::OnlyIf>(item.statements);
        const auto* lines = first<ast::ForLines>(item.statements);
        if (lines && form) {
            model::ConditionGroup both{.quantifier = model::Quantifier::all_of, .count = 0, .members = {}};
            both.members.push_back(is_of(*lines));
            both.members.push_back(to_condition(context_, form->condition));
            return model::Condition{std::move(both)};
        }
        if (lines) return is_of(*lines);
        if (form) return to_condition(context_, form->condition);
        return std::nullopt;
    }

    model::Condition is_of(const ast::ForLines& lines) const {
        model::ChoiceTest test{.fact = index_of(BuiltinFact::line_of_business),
                               .comparison = model::ChoiceOperator::is_one_of,
                               .values = {},
                               .minimum = Evidence::none};
        for (const ast::Name& line : lines.lines)
            test.values.push_back(routing_value(context_, BuiltinFact::line_of_business, line.text));
        return {std::move(test)};
    }

    Context& context_;
    std::string_view section_;
};

void collect(const model::Policy& policy, const model::RequirementGroup& group, std::set<ClauseIndex>& found);

void collect(const model::Policy& policy, ClauseIndex clause, std::set<ClauseIndex>& found) {
    found.insert(clause);
    const model::Requirement* requirement = requirement_of(policy, clause);
    assert(requirement);
    if (const auto* group = std::get_if<model::RequirementGroup>(&requirement->body)) collect(policy, *group, found);
}

void collect(const model::Policy& policy, const model::RequirementGroup& group, std::set<ClauseIndex>& found) {
    for (const model::RequirementNode& member : group.members)
        std::visit([&](const auto& node) { collect(policy, node, found); }, member);
}

}  // namespace

model::RequirementGroup to_group(const Context& context, const ast::ItemGroup& group, std::string_view section) {
    model::RequirementGroup lowered{
        .quantifier = to_quantifier(group.quantifier), .count = to_count(group.count), .members = {}};
    for (const ast::Statement& member : group.members) add_member(context, member, section, lowered.members);
    return lowered;
}

const model::Requirement* requirement_of(const model::Policy& policy, ClauseIndex clause) {
    const auto found =
        std::lower_bound(policy.requirements.begin(), policy.requirements.end(), clause,
                         [](const model::Requirement& each, ClauseIndex wanted) { return each.clause < wanted; });
    return found != policy.requirements.end() && found->clause == clause ? &*found : nullptr;
}

std::vector<ClauseIndex> clauses_below(const model::Policy& policy, const model::RequirementGroup& group) {
    std::set<ClauseIndex> found;
    collect(policy, group, found);
    return {found.begin(), found.end()};
}

void lower_requirements(Context& context) {
    for (const ast::Section* section : blocks_of<ast::Section>(policy_of(context.program)))
        RequirementWalk(context, section->id.text).statements(section->statements);
}

}  // namespace pol::lowering
