#include "compiler/interpret/prepared.hpp"

#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/quantify.hpp"
#include "compiler/model/line.hpp"

#include <algorithm>
#include <cassert>
#include <variant>

namespace pol::interpretation {

namespace {

/// Requirements below a requirement are found through the table: they may stand anywhere in it.
Truth evaluate(const PreparedPolicy& prepared, const model::Requirement& requirement, const Answers& answers);

Truth evaluate(const PreparedPolicy& prepared, const model::RequirementGroup& group, const Answers& answers) {
    return truth_of_group(group, [&](const model::RequirementNode& node) {
        if (const auto* nested = std::get_if<model::RequirementGroup>(&node))
            return evaluate(prepared, *nested, answers);
        return evaluate(prepared, prepared.requirement(std::get<ClauseIndex>(node)), answers);
    });
}

Truth evaluate(const PreparedPolicy& prepared, const model::Requirement& requirement, const Answers& answers) {
    if (const auto* condition = std::get_if<model::Condition>(&requirement.body)) return truth_of(*condition, answers);
    return evaluate(prepared, std::get<model::RequirementGroup>(requirement.body), answers);
}

}  // namespace

PreparedPolicy::PreparedPolicy(const model::Policy& prepared)
    : policy(prepared), requirement_of_clause(prepared.clauses.size(), nullptr) {
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

Truths evaluate(const PreparedPolicy& prepared, const Answers& answers) {
    Truths truths;
    truths.determinations.reserve(prepared.policy.determinations.size());
    for (const model::Determination& determination : prepared.policy.determinations)
        truths.determinations.push_back(determination.condition ? truth_of(*determination.condition, answers)
                                                                : Truth::yes);
    truths.requirements.resize(prepared.policy.clauses.size(), Truth::unknown);
    for (const model::Requirement& requirement : prepared.policy.requirements)
        truths.requirements[requirement.clause] = evaluate(prepared, requirement, answers);
    return truths;
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
