#include "compiler/analyze/printed_lists.hpp"

#include <algorithm>
#include <utility>

namespace pol::analysis {

namespace {

using model::ClauseIndex;
using model::RequirementGroup;

/// A group of requirements, and of whom it is asked.
struct Root {
    const RequirementGroup* group = nullptr;
    std::size_t section = 0;
    model::KindIndex kind = 0;
};

bool contains(const RequirementGroup& group, ClauseIndex clause) {
    return std::any_of(group.members.begin(), group.members.end(), [&](const model::RequirementNode& node) {
        const auto* nested = std::get_if<RequirementGroup>(&node);
        return nested != nullptr ? contains(*nested, clause) : std::get<ClauseIndex>(node) == clause;
    });
}

/// The criteria and all groups below their items, in the order of sections and kinds.
std::vector<Root> all_roots(const PreparedPolicy& prepared) {
    std::vector<Root> roots;
    const std::vector<model::Section>& sections = prepared.policy.sections;
    for (std::size_t section = 0; section < sections.size(); ++section)
        for (std::size_t kind = 0; kind < sections[section].criteria.size(); ++kind) {
            const std::optional<model::Criteria>& criteria = sections[section].criteria[kind];
            if (!criteria) continue;
            const auto index = static_cast<model::KindIndex>(kind);
            roots.push_back({&criteria->group, section, index});
            for (const ClauseIndex clause : criteria->clauses)
                if (const auto* below = std::get_if<RequirementGroup>(&prepared.requirement(clause).body))
                    roots.push_back({below, section, index});
        }
    return roots;
}

/// The group that asks for most of the items; the first of such.
std::optional<Root> root_of(const PreparedPolicy& prepared, const model::PrintedItems& items) {
    std::optional<Root> best;
    std::ptrdiff_t most = 0;
    for (const Root& root : all_roots(prepared)) {
        const auto count = std::count_if(items.begin(), items.end(), [&](const model::PrintedItem& item) {
            return contains(*root.group, item.clause);
        });
        if (count > most) best = root;
        most = std::max(most, count);
    }
    return best;
}

/// Whether the item states outcomes that come before the criteria of the line.
bool states_outcomes(const PreparedPolicy& prepared, model::LineIndex line, ClauseIndex clause) {
    const std::vector<model::DeterminationIndex>& present = prepared.determinations_of_line[line];
    return std::any_of(present.begin(), present.end(), [&](model::DeterminationIndex index) {
        const model::Determination& each = prepared.policy.determinations[index];
        return each.clause == clause && each.replaces == model::Replaced::nothing;
    });
}

/// The items up to the first that is not asked together with those before it.
model::PrintedItems asked_together(const PreparedPolicy& prepared, const Root& root, model::LineIndex line,
                                   const model::PrintedItems& items) {
    model::PrintedItems kept;
    for (const model::PrintedItem& item : items) {
        if (!contains(*root.group, item.clause) && !states_outcomes(prepared, line, item.clause)) break;
        kept.push_back(item);
    }
    if (!kept.empty()) kept.back().behind = model::Connective::none;
    return kept;
}

/// A group without what is not among the items. Nothing where none is, or where a count would change its meaning.
std::optional<Grouping> pruned(const RequirementGroup& group, const model::PrintedItems& items) {
    Grouping kept{.subject = std::nullopt, .quantifier = group.quantifier, .count = group.count, .members = {}};
    for (const model::RequirementNode& node : group.members) {
        std::optional<Grouping> member;
        if (const auto* nested = std::get_if<RequirementGroup>(&node)) {
            member = pruned(*nested, items);
        } else {
            const auto place = std::find_if(items.begin(), items.end(), [&](const model::PrintedItem& item) {
                return item.clause == std::get<ClauseIndex>(node);
            });
            if (place != items.end()) member = grouping_of(static_cast<std::size_t>(place - items.begin()));
        }
        if (member) kept.members.push_back(std::move(*member));
    }
    const bool is_counted = group.quantifier == model::Quantifier::at_least;
    if (kept.members.empty() || (is_counted && kept.members.size() < group.members.size())) return std::nullopt;
    return kept;
}

}  // namespace

std::optional<PrintedList> printed_list(const PreparedPolicy& prepared, const model::PrintedItems& items) {
    const std::optional<Root> root = root_of(prepared, items);
    if (!root) return std::nullopt;
    PrintedList list{.items = {}, .written = {}, .route = route_of(prepared.policy, root->section, root->kind)};
    list.items = asked_together(prepared, *root, list.route.line, items);
    if (list.items.size() < 2) return std::nullopt;
    std::optional<Grouping> written = pruned(*root->group, list.items);
    if (!written) return std::nullopt;
    std::vector<Grouping> all{std::move(*written)};
    for (std::size_t i = 0; i < list.items.size(); ++i)
        if (!contains(*root->group, list.items[i].clause)) all.push_back(grouping_of(i));
    list.written = all.size() == 1 ? std::move(all.front()) : group_of(model::Quantifier::all_of, std::move(all));
    return list;
}

}  // namespace pol::analysis
