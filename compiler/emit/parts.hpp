#pragma once

#include "compiler/emit/emit.hpp"
#include "compiler/emit/names.hpp"
#include "compiler/emit/places.hpp"
#include "compiler/model/policy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol::emission {

/// What every part of the output is written from.
struct Context {
    Context(const model::Policy& written_policy, const EmitOptions& written_options);

    const model::Policy& policy;
    const EmitOptions& options;
    Names names;
    Places places;
    /// By clause: the condition of a gate, a determination or a requirement, and the requirement; null without one.
    std::vector<const model::Condition*> conditions;
    std::vector<const model::Requirement*> requirements;

    /// `enclosing::policy`.
    [[nodiscard]] std::string full_namespace() const;
    /// The `.pol` file as citations name it: without its folder.
    [[nodiscard]] std::string file() const;
    /// `NUMBER/TEXT/MMC.6 (qalsody.pol:82)`
    [[nodiscard]] std::string citation(model::ClauseIndex clause) const;
    /// `Clause::MMC_6`
    [[nodiscard]] std::string clause(model::ClauseIndex clause) const { return "Clause::" + names.clauses[clause]; }
    /// `clauses(Clause::MMC_1, Clause::MMC_2)`, laid out behind `indent` blanks.
    [[nodiscard]] std::string clause_set(const std::vector<model::ClauseIndex>& clauses, int indent) const;
    /// `FactId::diagnosis`
    [[nodiscard]] std::string fact(model::FactIndex fact) const { return "FactId::" + names.facts[fact]; }
    /// `number_of(Clause::MMC_6)`, or `::pol::no_index` for no index at all.
    [[nodiscard]] std::string clause_number(model::ClauseIndex clause) const;
    /// `Diagnosis::als`, `YesNo::yes`
    [[nodiscard]] std::string value(model::FactIndex fact, std::uint16_t value) const;
};

/// A condition as an expression over `request`, laid out behind `indent` blanks.
[[nodiscard]] std::string condition(const Context& context, const model::Condition& condition, int indent);
/// The tests of a condition in the order in which they are written, as `asks(…)` entries.
[[nodiscard]] std::vector<std::string> asked_tests(const Context& context, const model::Condition& condition);

// The parts of the header and of the source, in the order in which they stand.

[[nodiscard]] std::string enumerations(const Context& context);
[[nodiscard]] std::string request_struct(const Context& context);
[[nodiscard]] std::string calendar_rules(const Context& context);
/// One function a clause with a condition, and what each may ask.
[[nodiscard]] std::string clause_functions(const Context& context);
/// Requirements with labelled ones below, and the criteria of every section and request kind.
[[nodiscard]] std::string criteria_functions(const Context& context);
[[nodiscard]] std::string section_functions(const Context& context);
[[nodiscard]] std::string rule_tables(const Context& context);
[[nodiscard]] std::string evaluator(const Context& context);
[[nodiscard]] std::string description_tables(const Context& context);
[[nodiscard]] std::string request_bridge(const Context& context);
[[nodiscard]] std::string scenarios(const Context& context);

}  // namespace pol::emission
