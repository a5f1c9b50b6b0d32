#include "compiler/interpret/prepared.hpp"

#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/quantify.hpp"
#include "compiler/model/line.hpp"
#include "compiler/model/routing.hpp"

#include <algorithm>
#include <cassert>
#include <variant>

namespace pol::interpretation {

namespace {

/// Of one requirement: what it is asked under.
Truth asked_under(const model::Requirement& requirement, const Answers& answers) {
    return truth_if_asked(requirement.only_if, answers);
}

Truth truth_of_body(const PreparedPolicy& prepared, const model::RequirementGroup& group, const Answers& answers) {
    return truth_of_group(group, [&](const model::RequirementNode& node) {
        if (const auto* nested = std::get_if<model::RequirementGroup>(&node))
            return truth_of_body(prepared, *nested, answers);
        return truth_of_requirement(prepared, std::get<ClauseIndex>(node), answers);
    });
}

Truth truth_of_body(const PreparedPolicy&, const model::Condition& condition, const Answers& answers) {
    return truth_of(condition, answers);
}

/// Of the requirements of a policy, for one member.
void evaluate_requirements(const PreparedPolicy& prepared, const Answers& answers, Truths& truths) {
    const std::size_t clauses = prepared.policy.clauses.size();
    truths.requirements.resize(clauses, Truth::unknown);
    truths.asked_under.resize(clauses, Truth::yes);
    truths.left_out.resize(clauses, false);
    for (const model::Requirement& requirement : prepared.policy.requirements) {
        const Truth asked = asked_under(requirement, answers);
        truths.asked_under[requirement.clause] = asked;
        truths.left_out[requirement.clause] = asked == Truth::no;
        truths.requirements[requirement.clause] = truth_of_requirement(prepared, requirement.clause, answers);
    }
}

/// Visits the requirements that a group names itself, those of nested groups among them.
template <class Visit>
void each_named(const model::RequirementGroup& group, const Visit& visit) {
    for (const model::RequirementNode& node : group.members) {
        if (const auto* nested = std::get_if<model::RequirementGroup>(&node))
            each_named(*nested, visit);
        else
            visit(std::get<ClauseIndex>(node));
    }
}

void add_asked(const PreparedPolicy& prepared, const Truths& truths, const model::RequirementGroup& group,
               ClauseSet& asked) {
    each_named(group, [&](ClauseIndex clause) {
        if (truths.left_out[clause]) return;
        add(asked, clause);
        const auto* below = std::get_if<model::RequirementGroup>(&prepared.requirement(clause).body);
        if (below != nullptr) add_asked(prepared, truths, *below, asked);
    });
}

}  // namespace

PreparedPolicy::PreparedPolicy(const model::Policy& prepared)
    : policy(prepared),
      reads_routing(model::reads_routing(prepared)),
      requirement_of_clause(prepared.clauses.size(), nullptr) {
    for (std::size_t line = 0; line < policy.lines.size(); ++line)
        determinations_of_line.push_back(model::determinations_of_line(policy, line));
    for (const model::Requirement& requirement : policy.requirements)
        requirement_of_clause[requirement.clause] = &requirement;
}

const model::Section* PreparedPolicy::section_of(LineIndex line) const {
    const auto& section = policy.lines[line].section;
    return section ? &policy.sections[*section] : nullptr;
}

const model::Criteria* PreparedPolicy::criteria_of(LineIndex line, KindIndex kind) const {
    const model::Section* section = section_of(line);
    if (section == nullptr || kind >= section->criteria.size() || !section->criteria[kind]) return nullptr;
    return &*section->criteria[kind];
}

const model::Requirement& PreparedPolicy::requirement(ClauseIndex clause) const {
    assert(requirement_of_clause[clause] != nullptr);
    return *requirement_of_clause[clause];
}

Truths evaluate_determinations(const PreparedPolicy& prepared, const Answers& answers) {
    Truths truths;
    truths.determinations.reserve(prepared.policy.determinations.size());
    for (const model::Determination& determination : prepared.policy.determinations)
        truths.determinations.push_back(truth_if_asked(determination.condition, answers));
    return truths;
}

Truths evaluate(const PreparedPolicy& prepared, const Answers& answers) {
    Truths truths = evaluate_determinations(prepared, answers);
    evaluate_requirements(prepared, answers, truths);
    return truths;
}

Truths evaluate_route(const PreparedPolicy& prepared, const Answers& answers, LineIndex line, KindIndex kind) {
    Truths truths;
    truths.determinations.resize(prepared.policy.determinations.size(), Truth::unknown);
    const auto evaluate_one = [&](DeterminationIndex index) {
        truths.determinations[index] = truth_if_asked(prepared.policy.determinations[index].condition, answers);
    };
    if (prepared.policy.gate) evaluate_one(*prepared.policy.gate);
    for (const DeterminationIndex index : prepared.determinations_of_line[line]) evaluate_one(index);
    const model::Criteria* criteria = prepared.criteria_of(line, kind);
    if (criteria == nullptr) return truths;
    truths.requirements.resize(prepared.policy.clauses.size(), Truth::unknown);
    each_named(criteria->group, [&](ClauseIndex clause) {
        truths.requirements[clause] = truth_of_requirement(prepared, clause, answers);
    });
    return truths;
}

Truth truth_of_requirement(const PreparedPolicy& prepared, ClauseIndex clause, const Answers& answers) {
    const model::Requirement& requirement = prepared.requirement(clause);
    const Truth asked = asked_under(requirement, answers);
    if (asked == Truth::no) return Truth::yes;
    const Truth body =
        std::visit([&](const auto& form) { return truth_of_body(prepared, form, answers); }, requirement.body);
    return any_of(negate(asked), body);
}

ClauseSet asked_of(const PreparedPolicy& prepared, const Truths& truths, const model::Criteria& criteria) {
    ClauseSet asked;
    add_asked(prepared, truths, criteria.group, asked);
    return asked;
}

Truth truth_of(const model::RequirementNode& node, const Truths& truths) {
    if (const auto* group = std::get_if<model::RequirementGroup>(&node)) return truth_of(*group, truths);
    return truths.requirements[std::get<ClauseIndex>(node)];
}

Truth truth_of(const model::RequirementGroup& group, const Truths& truths) {
    return truth_of_group(group, [&](const model::RequirementNode& node) { return truth_of(node, truths); });
}

Truth truth_with_exceptions(const PreparedPolicy& prepared, const Truths& truths, DeterminationIndex determination,
                            LineIndex line) {
    Truth result = truths.determinations[determination];
    const std::vector<DeterminationIndex>& present = prepared.determinations_of_line[line];
    for (const DeterminationIndex exception : prepared.policy.determinations[determination].exceptions)
        if (std::find(present.begin(), present.end(), exception) != present.end())
            result = unless(result, truth_with_exceptions(prepared, truths, exception, line));
    return result;
}

}  // namespace pol::interpretation
