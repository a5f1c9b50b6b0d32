#include "compiler/compare/route_classes.hpp"

#include "compiler/analyze/approval_conditions.hpp"
#include "compiler/model/routing.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace pol::comparison {

namespace {

using interpretation::PreparedPolicy;
using interpretation::Route;
using model::ClauseIndex;
using model::Condition;

bool is_covered(const model::Policy& policy, const Route& route) {
    return policy.lines[route.line].ticked && policy.benefits[route.benefit].listed;
}

/// What decides a route; routes that agree here are one.
auto stages_of(const PreparedPolicy& prepared, const Route& route, bool reads_routing) {
    const bool covered = is_covered(prepared.policy, route);
    using Determinations = std::vector<model::DeterminationIndex>;
    const int own = reads_routing ? 1 : 0;
    return std::tuple(covered, covered ? prepared.policy.lines[route.line].section : std::nullopt,
                      covered ? prepared.determinations_of_line[route.line] : Determinations(),
                      covered                                    ? 0
                      : prepared.policy.lines[route.line].ticked ? 1
                                                                 : 2,
                      own * route.line, own * route.benefit);
}

/// What one text asks on a route, and the clauses that ask it.
struct RouteReader {
    const PreparedPolicy& prepared;
    std::vector<Condition> conditions{};
    std::set<ClauseIndex> clauses{};

    void read(const Route& route) {
        const model::Policy& policy = prepared.policy;
        if (policy.gate) add(policy.determinations[*policy.gate]);
        for (const model::DeterminationIndex index : prepared.determinations_of_line[route.line])
            add(policy.determinations[index]);
        const model::Section* section = prepared.section_of(route.line);
        if (section != nullptr && section->otherwise) clauses.insert(section->otherwise->clause);
        const model::Criteria* criteria = prepared.criteria_of(route.line, route.kind);
        if (criteria == nullptr) return;
        add(criteria->group);
        const model::Approval& approval = policy.approvals[criteria->approval];
        clauses.insert(approval.period_clause);
        for (Condition& condition : analysis::conditions_of(approval)) conditions.push_back(std::move(condition));
    }

private:
    void add(const model::Determination& determination) {
        clauses.insert(determination.clause);
        if (determination.condition) conditions.push_back(*determination.condition);
    }
    void add(const model::RequirementGroup& group) {
        for (const model::RequirementNode& node : group.members) {
            if (const auto* nested = std::get_if<model::RequirementGroup>(&node)) {
                add(*nested);
                continue;
            }
            const model::Requirement& requirement = prepared.requirement(std::get<ClauseIndex>(node));
            clauses.insert(requirement.clause);
            if (requirement.only_if) conditions.push_back(*requirement.only_if);
            if (const auto* condition = std::get_if<Condition>(&requirement.body)) conditions.push_back(*condition);
            if (const auto* below = std::get_if<model::RequirementGroup>(&requirement.body)) add(*below);
        }
    }
};

/// Whether an edit can matter on a route: always where it stands at no clause that a route asks or does not.
bool bears_on(const Edit& edit, const RouteReader& older, const RouteReader& newer) {
    return !edit.has_clause() || older.clauses.count(edit.in_old) > 0 || newer.clauses.count(edit.in_new) > 0;
}

RouteClass class_of(const Texts& texts, const std::vector<Edit>& edits, const Route& route) {
    RouteClass result{.routes = {route}};
    RouteReader older{texts.prepared_old};
    RouteReader newer{texts.prepared_new};
    older.clauses = {texts.older.lines[route.line].box, texts.older.benefit_clause};
    newer.clauses = {texts.newer.lines[route.line].box, texts.newer.benefit_clause};
    older.clauses.erase(no_index);
    newer.clauses.erase(no_index);
    if (is_covered(texts.older, route)) older.read(route);
    if (is_covered(texts.newer, route)) newer.read(route);
    for (const Edit& edit : edits)
        if (bears_on(edit, older, newer)) result.edits.push_back(edit);
    result.rules = {std::move(older.conditions), std::move(newer.conditions)};
    return result;
}

}  // namespace

std::vector<RouteClass> route_classes(const Texts& texts, const std::vector<Edit>& edits) {
    const bool reads_routing = texts.prepared_old.reads_routing || texts.prepared_new.reads_routing;
    const std::size_t kinds = texts.newer.facts[index_of(BuiltinFact::request)].values.size();
    const auto key_of = [&](const Route& route) {
        return std::tuple(stages_of(texts.prepared_old, route, reads_routing),
                          stages_of(texts.prepared_new, route, reads_routing), route.kind);
    };
    using Key = decltype(key_of(Route{}));
    std::vector<RouteClass> classes;
    std::vector<Key> keys;
    for (std::size_t line = 0; line < texts.newer.lines.size(); ++line)
        for (std::size_t benefit = 0; benefit < texts.newer.benefits.size(); ++benefit)
            for (std::size_t kind = 0; kind < kinds; ++kind) {
                const Route route{.line = static_cast<model::LineIndex>(line),
                                  .benefit = static_cast<model::BenefitIndex>(benefit),
                                  .kind = static_cast<model::KindIndex>(kind)};
                const Key key = key_of(route);
                const auto known = std::find(keys.begin(), keys.end(), key);
                if (known != keys.end()) {
                    classes[static_cast<std::size_t>(known - keys.begin())].routes.push_back(route);
                    continue;
                }
                keys.push_back(key);
                classes.push_back(class_of(texts, edits, route));
            }
    return classes;
}

}  // namespace pol::comparison
