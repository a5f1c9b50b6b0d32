#pragma once

#include "compiler/model/condition.hpp"
#include "compiler/model/scenario.hpp"
#include "compiler/source/span.hpp"
#include "pol/description.hpp"
#include "pol/outcome.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pol::model {

/// The meaning of one policy as data: resolved, typed, explicit. Everything right of `lower` reads only this.
/// Tables are vectors; cross-references are indices into them. Order is the order of the files: plan facts, then
/// facts files, then the policy top to bottom.

using LineIndex = std::uint16_t;
using BenefitIndex = std::uint16_t;
using KindIndex = std::uint16_t;
using TargetIndex = std::uint16_t;
using ApprovalIndex = std::uint16_t;
using DeterminationIndex = std::uint16_t;

struct Value {
    std::string name;
    std::string text;
};

struct FactCode {
    std::string system;
    std::string code;
    std::uint16_t value = 0;
};

/// The builtin facts come first (pol::BuiltinFact); `line_of_business`, `benefit` and `request` are one-of facts
/// whose values are the plan's.
struct Fact {
    std::string name;
    std::string phrase;
    std::string question;
    FactType type = FactType::yes_no;
    FactSource source = FactSource::provider;
    std::vector<Value> values;
    std::vector<FactIndex> implies;
    std::vector<FactCode> codes;
    /// Numbers and measurements: the unit as declared (may be empty), and the values a request may carry, in it.
    std::string unit{};
    Decimal least{};
    Decimal most{};
    /// How these are written. A code is a number to conditions, and a choice that was found on some day is a
    /// measurement of the place of its value; only who reads or writes values knows better.
    Notation notation = Notation::amount;
    /// Dates: never before this other date of the request.
    std::optional<FactIndex> not_before{};
    /// The list that this is a field of; its name is then `trials.improvement`. Fields stand right behind their list,
    /// and only the entries of a request have answers for them.
    std::optional<FactIndex> list{};
    /// Where its name is declared, for findings; of what every request has, where the plan gives its values, if it
    /// does.
    Span span{};
};

/// Another document that a clause refers to or cites.
struct Target {
    TargetKind kind = TargetKind::policy;
    std::string number;
    std::string address;
};

/// Every labelled place of the document, in file order, then traced pseudo-clauses where they stand.
struct Clause {
    std::string id;
    std::string text;
    ClauseKind kind = ClauseKind::note;
    std::uint32_t line = 0;
    std::vector<ClauseIndex> because;
    std::vector<ClauseIndex> see_clauses;
    std::vector<TargetIndex> see_targets;
    /// The label's place in the source, for findings.
    Span span;
};

struct Reading {
    std::string text;
    std::string decided_by;
    Date decided_on;
    std::vector<ClauseIndex> clauses;
};

/// Items of one list that the document joins by connectives, in their order: every one but the last says whether AND or
/// OR stands behind it.
enum class Connective { none, and_, or_ };
struct PrintedItem {
    ClauseIndex clause = 0;
    Connective behind = Connective::none;
};
using PrintedItems = std::vector<PrintedItem>;

/// A finding, by its stable code, that the author accepts where it is about a clause.
struct AcceptedFinding {
    std::string finding;
    ClauseIndex clause = 0;
    Span span;
};

/// The outcome a clause gives; `target` only with refer, otherwise no_index.
struct Verdict {
    Outcome outcome = Outcome::excluded;
    TargetIndex target = no_index;
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// What a determination stands instead of. Those of nothing come before the criteria; the others are looked at where
/// the criteria are met, or are not met, and give their verdict for the approval or for what `otherwise` gives.
enum class Replaced { nothing, approval, denial };

/// Gate or determination. Without a condition it surely holds.
struct Determination {
    ClauseIndex clause = 0;
    Verdict verdict;
    Replaced replaces = Replaced::nothing;
    std::optional<Condition> condition;
    /// Lines of business it is for (by line index); routes of other lines do not have it.
    std::vector<bool> lines;
    /// Determinations that are exceptions to this one, all of its own stage: it holds only where none of them does.
    std::vector<DeterminationIndex> exceptions;
};

/// One value of a defined term, chosen where `when` holds and no earlier one does; the last has no condition.
struct Case {
    std::optional<Condition> when;
    Expression value;
    /// Months among days, or days among months: 0 here, as the value stands in the definition's other term.
    bool is_of_other_term = false;
};
/// The value of the rows of a table that hold: their greatest, their least or, where rows exclude one another, the only
/// one. Every case has a condition; where none holds there is no value, and nothing to ask for.
enum class SelectionRule { only, greatest, least };
struct Selection {
    SelectionRule rule = SelectionRule::only;
    std::vector<Case> cases;
};
/// One day of a day by cases, chosen likewise.
struct DayCase {
    std::optional<Condition> when;
    Day day;
};
/// A defined condition, value or day. A term reads only terms before it in the table.
struct Term {
    std::string name;
    std::string phrase;
    std::variant<Condition, Expression, std::vector<Case>, Selection, Day, std::vector<DayCase>> body;
    std::uint32_t line = 0;
    /// Of a definition with cases in months and cases in days: the term of its months, if this is that of its days.
    /// Both have the name and the line of what the author wrote.
    std::optional<TermIndex> days_of{};
};

/// What must hold of the rows of a table whose values are those of a term.
struct Table {
    TermIndex term = 0;
    /// The name of what it defines, as written.
    std::string name;
    /// Whether rows may hold together, and whether there may be members for whom none does.
    bool may_overlap = false;
    bool may_leave_out = false;
    /// The place of the words that open the table, of its rows and of the value for all other members.
    Span span;
    std::vector<Span> rows;
    std::optional<Span> otherwise;
};

struct RequirementGroup;
/// A labelled requirement (by its clause) or a group.
using RequirementNode = std::variant<ClauseIndex, RequirementGroup>;
struct RequirementGroup {
    Quantifier quantifier = Quantifier::all_of;
    std::int32_t count = 0;
    std::vector<RequirementNode> members;
};

/// What a labelled requirement asks: a condition, or a group of requirements labelled below it.
/// Where `only_if` surely does not hold the requirement is met, and neither it nor those below it are for this member.
struct Requirement {
    ClauseIndex clause = 0;
    std::optional<Condition> only_if{};
    std::variant<Condition, RequirementGroup> body;
};

/// The requirements of one request kind in a section and the approval they lead to.
struct Criteria {
    RequirementGroup group;
    ApprovalIndex approval = 0;
    /// Every requirement clause that belongs to this kind, in file order.
    std::vector<ClauseIndex> clauses;
};

struct Otherwise {
    ClauseIndex clause = 0;
    Verdict verdict;
};

struct Section {
    std::string id;
    std::string title;
    std::vector<bool> lines;
    /// All determinations of its routes: its own and the guidelines', filtered further by their `lines`. Those that
    /// stand instead of something only where there are criteria.
    std::vector<DeterminationIndex> determinations;
    /// By request kind; all empty in a section without criteria.
    std::vector<std::optional<Criteria>> criteria;
    /// Absent where an unconditional determination ends the section.
    std::optional<Otherwise> otherwise;
};

struct QuantityPerDose {
    Decimal amount;
    std::string unit;
    std::string system;
    std::string code;
    friend bool operator==(const QuantityPerDose&, const QuantityPerDose&) = default;
};

/// An amount computed for an approval. `value` is in the base unit; times `factor` it is in `unit`, of a billing code
/// rounded up to whole units.
struct ComputedAmount {
    ClauseIndex clause = 0;
    /// The name or code it is called by, its phrase and unit (`mL`, or `unit` of a billing code).
    std::string name;
    std::string phrase;
    std::string unit;
    std::string system;
    std::string code;
    Expression value;
    Fraction factor{1, 1};
    /// Where this surely does not hold the approval is without it.
    std::optional<Condition> only_if{};
};

/// An approval with its dosing. `anchored`: the period of every request kind comes from it, the first request kind of
/// the plan being the initial one, starting on `starts_on`, the others counted from first_start. Otherwise every
/// request it serves starts on `starts_on`.
struct Approval {
    ClauseIndex period_clause = 0;
    ClauseIndex dose_clause = no_index;
    bool anchored = true;
    Duration duration;
    /// Where the length is computed: whole days or months (by `duration.unit`), at least 1; only if not `anchored`.
    std::optional<Expression> length;
    /// Where some cases of it are months and others days: the days of those, `length` being 0 there, and 0 where it is
    /// not.
    std::optional<Expression> or_days;
    FactIndex starts_on = 0;
    /// The last day at the latest.
    std::optional<Day> until;
    std::vector<ComputedAmount> amounts;
    bool has_schedule = false;
    DoseSchedule schedule;
    std::vector<QuantityPerDose> per_dose;
};

/// A code by which the policy is found, and the days on which it is valid.
struct ListedCode {
    CodeSystem system = CodeSystem::hcpcs;
    std::string code;
    std::optional<Date> from;
    std::optional<Date> through;
};

struct LineOfBusiness {
    bool ticked = false;
    ClauseIndex box = 0;
    /// Section of its cells; absent where the box is not ticked.
    std::optional<std::uint16_t> section;
    /// Product rule: its members have not completed so many years or months. It decides nothing.
    struct Age {
        std::int32_t amount = 0;
        AgeUnit unit = AgeUnit::years;
    };
    std::optional<Age> members_under{};
};

struct Benefit {
    bool listed = true;
};

struct Policy {
    std::string name;
    std::string title;
    std::string number;
    /// The name of its plan, within which numbers are those of policies.
    std::string plan;
    /// Which bytes this is the meaning of, and the compiler that read them; set by who read the files.
    std::string content_hash;
    std::string compiler;
    CalendarRules calendar;

    Date text_from;
    std::optional<Date> text_through;
    FactIndex selecting_fact = 0;
    ClauseIndex text_clause = 0;
    /// What a day before the text gives: *does not apply*, or a refer.
    Verdict earlier{Outcome::does_not_apply, no_index};
    /// The codes of its drugs, in file order.
    std::vector<ListedCode> codes;

    std::vector<Fact> facts;
    std::vector<Clause> clauses;
    std::vector<Target> targets;
    std::vector<Reading> readings;
    std::vector<PrintedItems> printed;
    std::vector<AcceptedFinding> accepted;

    /// By line / benefit index, in the order of the values of the routing facts.
    std::vector<LineOfBusiness> lines;
    std::vector<Benefit> benefits;
    /// Clause of the benefit line of `applies`; no_index where all benefits are listed.
    ClauseIndex benefit_clause = no_index;
    /// What an unlisted benefit of a ticked line names: the items behind `see`, or the benefit clause.
    std::vector<ClauseIndex> benefit_reasons;

    std::optional<DeterminationIndex> gate;
    std::vector<Term> terms;
    std::vector<Table> tables;
    std::vector<Determination> determinations;
    std::vector<Requirement> requirements;
    std::vector<Section> sections;
    std::vector<Approval> approvals;

    std::vector<Scenario> scenarios;
    std::vector<NeverCheck> never_checks;
};

}  // namespace pol::model
