#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "compiler/parse/syntax.hpp"

#include <vector>

namespace pol::parse_detail {

/// From the nodes of a text that could be read to the plain tree. What a node holds follows from the rule of its name
/// in grammar/; children come in the order of the rule. The few things the grammar lets pass but the tree cannot hold
/// (a gate with two outcomes, a scenario that expects nothing) are findings here.
struct Build {
    Source source;
    Sink& sink;
    /// Labels and ids of blocks, for references such as `MIG.a` that could begin with either. In alphabetical order.
    std::vector<std::string> labels = {};
    std::vector<std::string> blocks = {};

    [[nodiscard]] std::string word(const Node& node) const { return std::string(source.of(node)); }
};

// Words, numbers, dates, references
[[nodiscard]] ast::Name build_name(const Build& build, const Node& node);
/// Words with one blank between them.
[[nodiscard]] std::string one_line(const Build& build, const Node& node);
/// A value of a fact: a name, `yes`, `no`, or codes.
[[nodiscard]] ast::Name build_value(const Build& build, const Node& node);
[[nodiscard]] std::vector<ast::Name> build_names(const Build& build, const Node& parent);
[[nodiscard]] ast::Text build_text(const Build& build, const Node& node);
[[nodiscard]] ast::Number build_number(const Build& build, const Node& node);
[[nodiscard]] ast::Decimal build_decimal(const Build& build, const Node& node);
[[nodiscard]] ast::Date build_date(const Build& build, const Node& node);
[[nodiscard]] ast::Duration build_duration(const Build& build, const Node& node);
[[nodiscard]] ast::ItemReference build_item_reference(const Build& build, const Node& node);
/// `item_range` or `local_range`.
[[nodiscard]] ast::ItemRange build_item_range(const Build& build, const Node& node);
[[nodiscard]] std::vector<ast::ItemRange> build_item_ranges(const Build& build, const Node& parent);
/// `level_claimed` and its like.
[[nodiscard]] Evidence build_level(Kind kind);
/// The only child of a kind, for a node whose rule has exactly one.
[[nodiscard]] const Node& child_of(const Node& node, Kind kind);
[[nodiscard]] std::optional<ast::Text> build_not_in_document(const Build& build, const Node& parent);

// Values and days
[[nodiscard]] ast::Quantity build_quantity(const Build& build, const Node& node);
/// `duration`: a whole number with a unit of time, as a quantity.
[[nodiscard]] ast::Quantity build_time_quantity(const Build& build, const Node& duration);
[[nodiscard]] ast::DayOperand build_day(const Build& build, const Node& node);
[[nodiscard]] ast::DayRelation build_day_relation(const Build& build, const Node& node);
/// `sum`, `extreme` or what is below them.
[[nodiscard]] ast::Expression build_expression(const Build& build, const Node& node);

// Conditions
/// `condition`, or `only_if` and `where`, which hold one.
[[nodiscard]] ast::Condition build_condition(const Build& build, const Node& node);
/// `fact_test` and its like.
[[nodiscard]] ast::Condition build_test(const Build& build, const Node& node);
/// `condition_group` and its like.
[[nodiscard]] ast::Condition build_condition_group(const Build& build, const Node& node);
/// `all_of` and its like, with the N of `at_least_of`.
[[nodiscard]] ast::Quantifier build_quantifier(const Build& build, const Node& node, std::optional<ast::Number>& count);

// Entries of lists
[[nodiscard]] ast::CountTest build_count_test(const Build& build, const Node& node);
[[nodiscard]] ast::Aggregate build_aggregate(const Build& build, const Node& node);
/// `chosen_entry` or `chosen_day`.
[[nodiscard]] ast::ChosenEntry build_chosen_entry(const Build& build, const Node& node);

// Tables
/// `table` or `defined_table`.
[[nodiscard]] ast::Table build_table(const Build& build, const Node& node);
[[nodiscard]] ast::ItemGroup build_table_items(const Build& build, const Node& node);
/// What the result columns of a section's tables define: the condition of each row, which the row's item then asks for,
/// and the values. A name that stands in several tables is one value, that of the rows of all of them.
[[nodiscard]] std::vector<ast::Define> define_columns(std::vector<ast::Statement>& statements);
/// A label as printed: letters and digits, with its sign.
[[nodiscard]] ast::Label build_label(const Build& build, const Node& node);

// Statements
[[nodiscard]] ast::OutcomePhrase build_outcome(const Build& build, const Node& node);
[[nodiscard]] ast::See build_see(const Build& build, const Node& node);
[[nodiscard]] ast::Reading build_reading(const Build& build, const Node& node);
[[nodiscard]] ast::Determination build_determination(const Build& build, const Node& node);
[[nodiscard]] ast::EvidenceRule build_evidence_rule(const Node& node);
/// One statement or attribute; `requires_group`, `item_group` and `because` with all that is in them.
[[nodiscard]] ast::Statement build_statement(const Build& build, const Node& node);

/// A group of nothing but the items that `items 1 to 4` asks again.
[[nodiscard]] ast::ItemGroup items_line(ast::Statement items);

/// The lines of a section, of guidelines, or of a group: each item with what is its own, the rest in between.
enum class Place { block, group };
[[nodiscard]] std::vector<ast::Statement> build_lines(const Build& build, const Node& parent, Place place);

// Declarations and blocks
/// Findings: something is stated a second time; an attribute stands before anything it could belong to.
void stated_twice(const Build& build, Span second, const std::string& what);
void without_owner(const Build& build, const Node& node, const char* owner);
[[nodiscard]] ast::FactsBlock build_facts(const Build& build, const Node& node);
[[nodiscard]] ast::Plan build_plan(const Build& build, const Node& node);
[[nodiscard]] ast::Policy build_policy(const Build& build, const Node& root);
[[nodiscard]] ast::Define build_define(const Build& build, const Node& node);
[[nodiscard]] ast::Scenario build_scenario(const Build& build, const Node& node);
[[nodiscard]] ast::NeverCheck build_never_check(const Build& build, const Node& node);
[[nodiscard]] ast::AcceptedFinding build_accepted_finding(const Build& build, const Node& node);
[[nodiscard]] ast::Drug build_drug(const Build& build, const Node& node);
/// `quantity DRUG = E` of a drug whose codes are for products becomes an amount for each of its codes that counts
/// something, `when` the product is one of those; all later passes know only these. The first keeps what was written.
void bill_by_product(ast::Policy& policy);

}  // namespace pol::parse_detail
