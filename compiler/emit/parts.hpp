#pragma once

#include "compiler/emit/emit.hpp"
#include "compiler/emit/names.hpp"
#include "compiler/emit/places.hpp"
#include "compiler/emit/readings.hpp"
#include "compiler/model/policy.hpp"

#include <optional>
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
    Uses uses;
    /// By clause: the condition of a gate, a determination or a requirement, and the requirement; null without one.
    std::vector<const model::Condition*> conditions;
    std::vector<const model::Requirement*> requirements;
    /// Where conditions are written for a block of requests (compiler/emit/batch.hpp): how they are for one of them.
    const Context* of_row = nullptr;
    [[nodiscard]] bool in_planes() const { return of_row != nullptr; }
    /// What the request that conditions are written for is called there.
    std::string parameter = "request";

    /// Where a requirement is asked only if a condition holds; null elsewhere.
    [[nodiscard]] const model::Condition* only_if(model::ClauseIndex clause) const;

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
    /// Where a condition finds the fact: `request.diagnosis`, or `each.drug` of the entry at hand.
    [[nodiscard]] std::string member(model::FactIndex fact) const;
    /// `Diagnosis::als`, `YesNo::yes`
    [[nodiscard]] std::string value(model::FactIndex fact, std::uint16_t value) const;
};

/// A condition as an expression over `request`, laid out behind `indent` blanks; so are a value and a day.
[[nodiscard]] std::string condition(const Context& context, const model::Condition& condition, int indent);
[[nodiscard]] std::string computed(const Context& context, const model::Expression& value, int indent);
/// The right side of a comparison: beside a code or a choice with a day, as that is written.
[[nodiscard]] std::string compared(const Context& context, const model::Expression& left,
                                   const model::Expression& right, int indent);
[[nodiscard]] std::string day(const Context& context, const model::Day& day, int indent);
/// A count of entries, and a value of them.
[[nodiscard]] std::string count_test(const Context& context, const model::CountTest& test, int indent);
[[nodiscard]] std::string aggregate(const Context& context, const model::Aggregate& aggregate, int indent);
/// What a field of the latest or the first entry holds: a value, or a day.
[[nodiscard]] std::string chosen_entry(const Context& context, const model::ChosenEntry& chosen, int indent);
/// The number of an entry, which counts within its bounds.
[[nodiscard]] std::string amount_within(const Context& context, model::FactIndex field);
/// `{0, 0}`, the digits and places of a decimal.
[[nodiscard]] std::string braced(const Decimal& decimal);
/// The day of a date fact that counts from `minimum` on, an expression itself, with its bound where it has one.
[[nodiscard]] std::string day_of_fact(const Context& context, model::FactIndex fact, const std::string& minimum);
/// Whether a date fact is computed with as a range of days, for its own sake or for a bound.
[[nodiscard]] bool is_range(const Context& context, model::FactIndex fact);
/// A date fact that lies from one day through another, both counted from a second date: `taken is within 34 days before
/// date_of_service`. The second is a date of the request or the plan, which is exact where it is given: where neither
/// is exact both ends of the window are open, so that the dates are asked for in the order of the first.
struct DayWindow {
    model::FactIndex fact = 0;
    Evidence minimum = Evidence::none;
    Duration from;
    Duration through;
    model::FactIndex around = 0;
    Evidence around_minimum = Evidence::none;
};
[[nodiscard]] std::optional<DayWindow> window_of(const Context& context, const model::ConditionGroup& group);
/// Whether an order of two days is unknown only where one of its dates is not given exactly, and then for that.
[[nodiscard]] bool orders_plain_days(const Context& context, const model::DayTest& test);

/// Where a fact is compared with a limit, the limit is written in the unit of the fact.
void compare_in_own_unit(model::Expression& left, model::Expression& right);

/// Whether a fact carries a number, which counts within its bounds: by itself, or measured or found on a day.
[[nodiscard]] bool has_number(const model::Fact& fact);

/// What is read, in order, as `asks(…)` entries.
[[nodiscard]] std::vector<std::string> asked_tests(const Context& context, const std::vector<Reading>& readings);
/// What the questions of a clause are about: what it is asked only if, then its own condition.
[[nodiscard]] std::vector<Reading> asked_by(const Context& context, model::ClauseIndex clause);
/// Whether the facts that a clause reads tell by themselves which of them keep it open (pol::AskedClause), and the
/// entries of the engine's table of those.
[[nodiscard]] bool is_asked_by_its_facts(const Context& context, model::ClauseIndex clause);
[[nodiscard]] std::vector<std::string> asked_clauses(const Context& context);
/// `// weight in kg`: the units of the numbers among them as a line of comment; empty without any.
[[nodiscard]] std::string unit_comment(const Context& context, const std::vector<Reading>& readings);

/// The parameter of a function with that body, a request or a block of them, named where the body reads it.
[[nodiscard]] std::string request_parameter(const Context& context, const std::string& body);

// The parts of the header and of the source, in the order in which they stand.

[[nodiscard]] std::string enumerations(const Context& context);
[[nodiscard]] std::string request_struct(const Context& context);
/// `, in kg, from 0.5 through 400`: what a request may carry for a fact, as conditions stay exact within these bounds;
/// `, an ICD-10-CM code`, `, a value of GradeFound and its day`. Empty for other facts.
[[nodiscard]] std::string unit_words(const Context& context, model::FactIndex fact);
/// What a request or an entry carries for a fact: a comment and the member.
[[nodiscard]] std::string fact_member(const Context& context, model::FactIndex fact);
[[nodiscard]] std::string calendar_rules(const Context& context);
/// Days that are never before another, and how days are counted from each other.
[[nodiscard]] std::string day_functions(const Context& context);
/// What a defined term is: the expression that its function gives.
[[nodiscard]] std::string term_body(const Context& context, const model::Term& term);
/// One function a defined term.
[[nodiscard]] std::string term_functions(const Context& context);
/// One function a clause with a condition, and what each may ask.
[[nodiscard]] std::string clause_functions(const Context& context);
/// The request kinds of a section that have criteria: those with the same ones, which are evaluated by one function,
/// named after the first, stand together.
[[nodiscard]] std::vector<std::vector<std::size_t>> kinds_by_criteria(const model::Section& section);
/// Requirements with labelled ones below, and the criteria of every section and request kind.
[[nodiscard]] std::string criteria_functions(const Context& context);
[[nodiscard]] std::string section_functions(const Context& context);
/// `any_of(`, `at_least(2, `: the function of a group, opened.
[[nodiscard]] std::string opening(const model::RequirementGroup& group);
/// What a compiler says where generated code and runtime do not fit together.
[[nodiscard]] std::string runtime_guard(const Context& context);
/// Which requirements are asked only through one that is only for some requests: tables of the criteria of every
/// section and request kind, and the members of its rule that name them; nothing where there are none.
[[nodiscard]] std::string conditional_tables(const Context& context);
[[nodiscard]] std::string conditional_members(const Context& context, std::size_t section, std::size_t kind);
/// A function of what an approval computes: a value, a day, or whether an amount is granted.
struct ApprovalPart {
    model::ClauseIndex clause;
    std::string what;
    std::string function;
    std::string body;
    std::vector<Reading> shown;
    std::vector<Reading> asked;
    /// Where it is asked for; empty where it always is.
    std::string wanted{};
};
/// Those of an approval, in the order in which they are asked for.
[[nodiscard]] std::vector<ApprovalPart> approval_parts(const Context& context, std::size_t approval);
/// Computed lengths, last days and amounts of approvals, and what each may ask.
[[nodiscard]] std::string approval_functions(const Context& context);
/// The functions by which the engine gets at what approvals compute; nothing where none does.
[[nodiscard]] std::string approval_members(const Context& context);
/// Whether any approval computes its length or last day, and whether any computes amounts.
[[nodiscard]] bool computes_extents(const model::Policy& policy);
[[nodiscard]] bool computes_amounts(const model::Policy& policy);
/// The entries of the engine's table of approvals.
[[nodiscard]] std::vector<std::string> approval_rules(const Context& context);
[[nodiscard]] std::string rule_tables(const Context& context);
[[nodiscard]] std::string evaluator(const Context& context);
/// Where facts lie, and the evaluator as the shared engine takes it.
[[nodiscard]] std::string shared_policy(const Context& context);
[[nodiscard]] std::string description_tables(const Context& context);
[[nodiscard]] std::string request_bridge(const Context& context);
/// Lists in the header: their entries, what owns the entries of requests that are read from records, and the function
/// that sets them, which stands behind the other bridges. All of it nothing without lists.
[[nodiscard]] std::string entry_structs(const Context& context);
[[nodiscard]] std::string entry_owner(const Context& context);
[[nodiscard]] std::string entry_declaration(const Context& context);
[[nodiscard]] std::string entry_bridge(const Context& context);
[[nodiscard]] bool has_lists(const model::Policy& policy);
[[nodiscard]] std::string scenarios(const Context& context);
/// What a scenario gives for a fact, with its evidence: `::pol::documented(Diagnosis::als)`.
[[nodiscard]] std::string given_value(const Context& context, model::FactIndex fact, const Answer& answer);
/// The entries of a scenario as a constant of their own; nothing where there are none.
[[nodiscard]] std::string scenario_entries(const Context& context, model::FactIndex list, const RequestRecord& request);
/// `::pol::List<TrialsEntry>(trials_entries)`.
[[nodiscard]] std::string scenario_list(const Context& context, model::FactIndex list, const RequestRecord& request);

}  // namespace pol::emission
