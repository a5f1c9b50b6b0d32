#include "compiler/analyze/wording.hpp"
#include "compiler/coverage/parts.hpp"
#include "compiler/coverage/test_changes.hpp"

#include <fmt/format.h>

#include <variant>

namespace pol::coverage {

namespace {

using model::Quantifier;
using model::RequirementGroup;
using model::RequirementNode;

std::string group_words(const model::Policy& policy, const RequirementGroup& group);

std::string node_words(const model::Policy& policy, const RequirementNode& node) {
    if (const auto* group = std::get_if<RequirementGroup>(&node)) return "(" + group_words(policy, *group) + ")";
    return policy.clauses[std::get<model::ClauseIndex>(node)].id;
}

std::string group_words(const model::Policy& policy, const RequirementGroup& group) {
    std::string members;
    for (const RequirementNode& node : group.members)
        members += (members.empty() ? " " : ", ") + node_words(policy, node);
    return analysis::words_for_quantifier(group.quantifier, group.count) + members;
}

/// The groups in which one kind of request, or one item, asks its requirements.
class GroupChanges {
public:
    /// `asked` says by what: `initial`.
    GroupChanges(Changer& changer, Place place, std::string asked)
        : changer_(changer), place_(std::move(place)), asked_(std::move(asked)) {}

    void change(RequirementGroup& group) {
        const Words words = [&] { return asked_ + group_words(changer_.policy(), group); };
        changer_.at(place_);
        if (group.members.size() > 1) change_kind(group, words);
        change_count(group, words);
        if (group.members.size() > 1)
            for (std::size_t i = 0; i < group.members.size(); ++i) leave_out(group, i);
        for (RequirementNode& node : group.members)
            if (auto* nested = std::get_if<RequirementGroup>(&node)) change(*nested);
    }

private:
    void change_kind(RequirementGroup& group, const Words& words) {
        if (group.quantifier == Quantifier::at_least) return;
        changer_.replace(group.quantifier,
                         group.quantifier == Quantifier::any_of ? Quantifier::all_of : Quantifier::any_of, words);
    }

    void change_count(RequirementGroup& group, const Words& words) {
        if (group.quantifier != Quantifier::at_least) return;
        if (group.count < static_cast<std::int32_t>(group.members.size()))
            changer_.replace(group.count, group.count + 1, words);
        if (group.count > 1) changer_.replace(group.count, group.count - 1, words);
    }

    void leave_out(RequirementGroup& group, std::size_t member) {
        RequirementGroup shorter = group;
        shorter.members.erase(shorter.members.begin() + static_cast<std::ptrdiff_t>(member));
        const auto* clause = std::get_if<model::ClauseIndex>(&group.members[member]);
        if (clause != nullptr) changer_.at_clause(*clause);
        const std::string words = asked_ + node_words(changer_.policy(), group.members[member]);
        changer_.replace(group, std::move(shorter), words, left_out);
        changer_.at(place_);
    }

    Changer& changer_;
    Place place_;
    std::string asked_;
};

Place place_of(const model::Policy& policy, model::ClauseIndex clause) {
    return {.name = policy.clauses[clause].id, .line = policy.clauses[clause].line, .clause = clause};
}

void change_requirement(Changer& changer, model::Requirement& requirement) {
    changer.at_clause(requirement.clause);
    changer.within(Reach::condition);
    if (requirement.only_if) {
        TestChanges(changer).change(*requirement.only_if);
        changer.replace(requirement.only_if, std::optional<model::Condition>(), "asked only where its `if` holds",
                        "asked of everybody");
    }
    if (auto* condition = std::get_if<model::Condition>(&requirement.body))
        return TestChanges(changer).change(*condition);
    changer.within(Reach::rule);
    GroupChanges(changer, place_of(changer.policy(), requirement.clause), "")
        .change(std::get<RequirementGroup>(requirement.body));
}

}  // namespace

void change_requirements(Changer& changer) {
    model::Policy& policy = changer.policy();
    changer.within(Reach::rule);
    for (model::Section& section : policy.sections)
        for (std::size_t kind = 0; kind < section.criteria.size(); ++kind) {
            if (!section.criteria[kind] || section.criteria[kind]->clauses.empty()) continue;
            const std::string& name = policy.facts[index_of(BuiltinFact::request)].values[kind].name;
            const model::ClauseIndex first = section.criteria[kind]->clauses.front();
            const Place place{
                .name = fmt::format("{} {}", section.id, name), .line = policy.clauses[first].line, .clause = no_index};
            GroupChanges(changer, place, name + " requires ").change(section.criteria[kind]->group);
        }
    for (model::Requirement& requirement : policy.requirements) change_requirement(changer, requirement);
    changer.within(Reach::other);
}

}  // namespace pol::coverage
