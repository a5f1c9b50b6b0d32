#pragma once

#include "compiler/interpret/answers.hpp"
#include "compiler/interpret/clause_set.hpp"

#include <vector>

namespace pol::interpretation {

using model::BenefitIndex;
using model::DeterminationIndex;
using model::KindIndex;
using model::LineIndex;

/// A policy with the look-ups that deciding needs again and again. Refers to the policy, which must outlive it.
struct PreparedPolicy {
    explicit PreparedPolicy(const model::Policy& prepared);

    [[nodiscard]] const model::Section* section_of(LineIndex line) const;
    [[nodiscard]] const model::Criteria* criteria_of(LineIndex line, KindIndex kind) const;
    [[nodiscard]] const model::Requirement& requirement(ClauseIndex clause) const;

    const model::Policy& policy;
    /// Whether what conditions say depends on the route.
    bool reads_routing = false;
    /// The determinations of every line of business, of every stage, in the order of the file.
    std::vector<std::vector<DeterminationIndex>> determinations_of_line;
    /// By clause; null where the clause is no requirement.
    std::vector<const model::Requirement*> requirement_of_clause;
};

/// What every condition of the policy says for one member; routes choose among these. Where conditions read routing
/// facts every route has its own.
struct Truths {
    /// By determination (the gate is one), before its exceptions.
    std::vector<Truth> determinations;
    /// By clause; meaningless where the clause is no requirement.
    std::vector<Truth> requirements;
    /// By clause: whether what a requirement is asked under holds; yes where it is always asked.
    std::vector<Truth> asked_under;
    /// By clause: requirements whose `if` surely does not hold. They count as met; what is below them may still be
    /// asked through another requirement.
    std::vector<bool> left_out;
};

[[nodiscard]] Truths evaluate(const PreparedPolicy& prepared, const Answers& answers);
/// The same of what one route asks: the gate, the determinations of its line of business and the requirements that its
/// criteria name. The rest stays unknown.
[[nodiscard]] Truths evaluate_route(const PreparedPolicy& prepared, const Answers& answers, LineIndex line,
                                    KindIndex kind);
/// The same without the requirements.
[[nodiscard]] Truths evaluate_determinations(const PreparedPolicy& prepared, const Answers& answers);

/// Of one requirement, whatever the others say; yes where it is not for the member.
[[nodiscard]] Truth truth_of_requirement(const PreparedPolicy& prepared, ClauseIndex clause, const Answers& answers);

/// The requirements of criteria that are asked of the member, or may be: those left out are not, nor what is below
/// nothing else.
[[nodiscard]] ClauseSet asked_of(const PreparedPolicy& prepared, const Truths& truths, const model::Criteria& criteria);

[[nodiscard]] Truth truth_of(const model::RequirementNode& node, const Truths& truths);
[[nodiscard]] Truth truth_of(const model::RequirementGroup& group, const Truths& truths);

/// A determination holds where its condition does and none of its exceptions among those of the line holds.
[[nodiscard]] Truth truth_with_exceptions(const PreparedPolicy& prepared, const Truths& truths,
                                          DeterminationIndex determination, LineIndex line);

}  // namespace pol::interpretation
