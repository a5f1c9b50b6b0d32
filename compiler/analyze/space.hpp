#pragma once

#include "compiler/analyze/search.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace pol::analysis {

using interpretation::Answers;

/// Something that holds or does not hold of a member: an item, a part of one, or that an outcome is not given.
struct Subject {
    std::function<Truth(const Answers&)> truth;
    std::function<void(VariableCollector&)> collect;
};

[[nodiscard]] Subject subject_of(model::Condition condition);
/// A requirement, with what it is asked under. Refers to the policy.
[[nodiscard]] Subject subject_of_item(const PreparedPolicy& prepared, model::ClauseIndex clause);

/// That an outcome is given to members of a line of business: its condition holds, and none of its exceptions.
[[nodiscard]] Subject subject_of_outcome(const PreparedPolicy& prepared, model::DeterminationIndex outcome,
                                         model::LineIndex line);

/// Members of some kind: all; those of one line of business, with its product rule; or these on one route.
class Space {
public:
    /// All refer to the policy. Conditions of the product rule are added only to what reads an age.
    explicit Space(const PreparedPolicy& prepared) : prepared_(&prepared) {}
    Space(const PreparedPolicy& prepared, model::LineIndex line);
    Space(const PreparedPolicy& prepared, const interpretation::Route& route);
    /// The same without the product rule.
    [[nodiscard]] Space of_any_age() const;

    [[nodiscard]] const PreparedPolicy& prepared() const { return *prepared_; }
    /// The answers as conditions see them: with what is settled of how requests are routed.
    [[nodiscard]] Answers seen(const Answers& answers) const;

    [[nodiscard]] bool reads_age(const std::vector<const Subject*>& subjects) const;
    [[nodiscard]] std::vector<Variable> variables_of(const std::vector<const Subject*>& subjects) const;
    /// Those that are not finite without answers: enough for proofs, where they have no part in it.
    [[nodiscard]] std::vector<Variable> listed_variables_of(const std::vector<const Subject*>& subjects) const;
    /// A member of whom every subject comes out as wanted.
    [[nodiscard]] Exploration find(const std::vector<Variable>& variables, const std::vector<const Subject*>& subjects,
                                   const std::vector<bool>& wanted) const;
    /// The same for any question; what the product rule rules out is not looked at.
    [[nodiscard]] Exploration find(const std::vector<Variable>& variables, const Look& look) const;
    /// Whether each subject comes out as wanted of a whole request with the answers found.
    [[nodiscard]] bool confirms(const std::vector<Variable>& variables, const std::vector<std::size_t>& state,
                                const std::vector<const Subject*>& subjects, const std::vector<bool>& wanted) const;

private:
    [[nodiscard]] VariableCollector collected(const std::vector<const Subject*>& subjects) const;
    [[nodiscard]] Glance glance(const Answers& answers, const std::vector<const Subject*>& subjects,
                                const std::vector<bool>& wanted) const;

    const PreparedPolicy* prepared_;
    std::optional<model::LineIndex> line_;
    std::optional<interpretation::Route> route_;
    std::optional<model::Condition> rule_;
};

/// A line of the section, if it can be one whose members are of any age, and its first benefit that is listed.
[[nodiscard]] interpretation::Route route_of(const model::Policy& policy, std::size_t section, model::KindIndex kind);

/// The same of the first criteria that ask a requirement, or of the first line that an outcome is for.
[[nodiscard]] std::optional<interpretation::Route> route_of(const model::Policy& policy, model::ClauseIndex clause);

}  // namespace pol::analysis
