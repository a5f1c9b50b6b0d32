#include "compiler/coverage/coverage.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/model/line.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

constexpr model::FactIndex line_of_business = index_of(BuiltinFact::line_of_business);

/// Whether a section lists a requirement, of whatever kind of request.
bool lists(const model::Section& section, model::ClauseIndex clause) {
    return std::any_of(section.criteria.begin(), section.criteria.end(), [&](const auto& criteria) {
        return criteria &&
               std::find(criteria->clauses.begin(), criteria->clauses.end(), clause) != criteria->clauses.end();
    });
}

/// Requirements that are for no member of a line: an item `for` other lines, and all that stands below it.
class LeftOut {
public:
    LeftOut(const model::Policy& policy, std::size_t line) : policy_(policy), clauses_(policy.clauses.size(), false) {
        std::vector<Answer> answers(policy.facts.size());
        answers[line_of_business].presence = Presence::given;
        answers[line_of_business].value = static_cast<std::uint16_t>(line);
        const interpretation::Answers known = interpretation::settled(policy, std::move(answers), {});
        for (const model::Requirement& requirement : policy.requirements)
            if (requirement.only_if && interpretation::truth_of(*requirement.only_if, known) == Truth::no)
                leave_out(requirement);
    }

    [[nodiscard]] bool has(model::ClauseIndex clause) const { return clauses_[clause]; }

private:
    void leave_out(const model::Requirement& requirement) {
        clauses_[requirement.clause] = true;
        if (const auto* group = std::get_if<model::RequirementGroup>(&requirement.body)) leave_out(*group);
    }

    void leave_out(const model::RequirementGroup& group) {
        for (const model::RequirementNode& node : group.members) {
            if (const auto* nested = std::get_if<model::RequirementGroup>(&node))
                leave_out(*nested);
            else
                for (const model::Requirement& below : policy_.requirements)
                    if (below.clause == std::get<model::ClauseIndex>(node)) leave_out(below);
        }
    }

    const model::Policy& policy_;
    std::vector<bool> clauses_;
};

}  // namespace

std::vector<bool> lines_of(const model::Policy& policy, model::ClauseIndex clause) {
    std::vector<bool> lines(policy.lines.size(), false);
    for (std::size_t line = 0; line < policy.lines.size(); ++line) {
        const model::LineOfBusiness& one = policy.lines[line];
        lines[line] = one.box == clause;
        if (!one.section) continue;
        const ClauseKind kind = policy.clauses[clause].kind;
        lines[line] = lines[line] || kind == ClauseKind::gate || kind == ClauseKind::benefit ||
                      (lists(policy.sections[*one.section], clause) && !LeftOut(policy, line).has(clause));
        for (const model::DeterminationIndex index : model::determinations_of_line(policy, line))
            lines[line] = lines[line] || policy.determinations[index].clause == clause;
    }
    return lines;
}

}  // namespace pol::coverage
