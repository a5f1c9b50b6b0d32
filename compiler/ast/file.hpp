#pragma once

#include "compiler/ast/declarations.hpp"
#include "compiler/ast/scenario.hpp"
#include "compiler/ast/statement.hpp"

#include <string>
#include <variant>
#include <vector>

namespace pol::ast {

// Header lines of a policy.
struct PolicyNumber {
    Text number;
};
struct PlanImport {
    Name plan;
};
struct FactsImport {
    std::vector<Name> files;
};
struct Effective {
    Date date;
};
struct Reviewed {
    Date date;
};
/// `text from 2026-06-01 by date_of_service`, optionally `through DATE` before `by`.
struct TextInForce {
    Date from;
    std::optional<Date> through;
    Name by;
};
/// `earlier not on file`, or `earlier refer to policy "…"`.
struct EarlierTexts {
    std::optional<OutcomePhrase> outcome;
};

struct HeaderLine {
    std::variant<PolicyNumber, PlanImport, FactsImport, Effective, Reviewed, TextInForce, EarlierTexts, See, Reading>
        form;
    Span span;
};

/// `hcpcs J1304 = 1 mg per unit`, with the days it is valid: `from DATE`, `through DATE`. Codes of one line share its
/// span. `products` are the values of the drug's fact that the code is billed for, as in `J1561 for gamunex_c`.
struct BillingCode {
    Name system;  // hcpcs or cpt
    Name code;
    std::optional<Decimal> amount;
    std::optional<Name> unit;
    std::optional<Date> from;
    std::optional<Date> through;
    std::optional<Text> not_in_document;
    Span span;
    std::vector<Name> products = {};
};

/// `ndc 64406-0109-01 = 100 mg in 15 mL vial`. `volume` may be absent (`= 100 mg tablet`).
struct PackageCode {
    Name code;
    std::optional<Decimal> amount;
    std::optional<Name> unit;
    std::optional<Decimal> volume;
    std::optional<Name> volume_unit;
    std::optional<Name> package;
    std::optional<Date> from;
    std::optional<Date> through;
    std::optional<Text> not_in_document;
    Span span;
};

struct Drug {
    Name name;
    Text brand;
    std::vector<std::variant<BillingCode, PackageCode>> codes;
    Span span;
    /// `by product`: the fact whose values the codes are for.
    std::optional<Name> by = std::nullopt;
};

struct Gate {
    Text title;
    Determination determination;
    Span span;
};

struct Box {
    bool ticked = false;
    Name line;
    Span span;
};

/// `applies to … end`. `benefits` empty means all of the plan's.
struct AppliesTo {
    std::vector<Box> boxes;
    std::vector<Name> benefits;
    std::vector<See> benefits_see;
    Span benefits_span;
    std::vector<Reading> readings;
    Span span;
};

/// `section MMC "…" … end`: ForLines, See, Reading, Requires, Item and Otherwise statements.
struct Section {
    Name id;
    std::optional<Text> title;
    std::vector<Statement> statements;
    Span span;
};

/// `guidelines G … end`: Item and Reading statements.
struct Guidelines {
    Name id;
    std::vector<Statement> statements;
    Span span;
};

/// One line of a defined value: `12 weeks when plan_state is none`, last `12 months otherwise`.
struct DefinedCase {
    Expression value;
    /// Absent for `otherwise`.
    std::optional<Condition> when;
    Span span;
};

/// The value of the rows of a table that hold: the one by the table's rule or, without one, the only one. No value
/// where none holds. Every case has a condition.
struct Selection {
    TieRule tie = TieRule::none;
    std::vector<DefinedCase> cases;
};

/// `of trials`: a condition on the entries of a list, for use behind its `where`. There resolve_fields() puts the
/// condition in the place of the name; in the definition itself it leaves `at least 1 trials where …`, which can be
/// checked as any condition.
struct EntryDefinition {
    Name list;
    bool is_used = false;
};

/// A name for a condition or a value, for the lines below it:
///   `define advanced_sma "advanced SMA" means any of … end`
///   `define failed of trials means result is failed and length is at least 42 days`
///   `define bmi "body mass index" = weight / (height * height)`
///   `define approval_time = first of`, cases one a line, `end`
///   `define approval_time = 4 weeks when indication is si otherwise 6 months`
///   `define weeks = table`, rows one a line, `end`
struct Define {
    Name name;
    std::optional<Text> phrase;
    std::variant<Condition, Expression, std::vector<DefinedCase>, Selection> body;
    std::optional<Text> not_in_document;
    Span span;
    std::optional<EntryDefinition> of = std::nullopt;
    /// Of a definition that was written as a table: its cases are the rows.
    std::optional<Table> table = std::nullopt;
    /// What a table defines without a line of its own: a result column, or the condition of a row that is used twice
    /// (its name, `course.MAV.M1`, is none that an author could write). It stands before the block of its table.
    bool is_part_of_table = false;
    /// Cases written on one line: `4 weeks when indication is si otherwise 6 months`.
    bool cases_on_line = false;
};

/// The cases of a value by cases or by rows; null for any other definition.
[[nodiscard]] inline const std::vector<DefinedCase>* cases_of(const Define& define) {
    if (const auto* selection = std::get_if<Selection>(&define.body)) return &selection->cases;
    return std::get_if<std::vector<DefinedCase>>(&define.body);
}

struct HistoryRow {
    Date date;
    Text text;
    Span span;
};
struct History {
    std::vector<HistoryRow> rows;
    std::vector<Reading> readings;
    Span span;
};

using Block =
    std::variant<Drug, Gate, AppliesTo, Define, Section, Guidelines, History, Scenario, NeverCheck, AcceptedFinding>;

/// `policy NAME "…" … end`, then its blocks in the order written.
struct Policy {
    Name name;
    Text title;
    std::vector<HeaderLine> header;
    std::vector<Block> blocks;
    /// From `policy` to the `end` of the header.
    Span header_span;
    Span span;
};

/// The header line of one kind, or null.
template <class Form>
[[nodiscard]] const Form* header_line(const Policy& policy) {
    for (const HeaderLine& line : policy.header)
        if (const auto* form = std::get_if<Form>(&line.form)) return form;
    return nullptr;
}

struct FactsFile {
    FactsBlock facts;
};

/// What one `.pol` file declares, and its comments in order of place.
struct File {
    std::variant<Plan, FactsFile, Policy> declared;
    std::vector<Comment> comments;
    std::uint32_t file = 0;
};

}  // namespace pol::ast
