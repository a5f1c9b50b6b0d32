#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

// One question each. A check takes for granted what its own comment says and is silent about a name or place
// that another check has reported already.

// Files by themselves.
/// Plan file: its parts are there, its names are declared once.
void check_plan(const ast::Plan& plan, Sink& sink);
/// Facts: names, types, questions, codes for values. One block by itself.
void check_facts(const ast::FactsBlock& facts, Sink& sink);
/// Dates of a policy exist and are as exact as their place asks.
void check_dates(const ast::Policy& policy, Sink& sink);
/// Definitions do not multiply what they read beyond measure. Their names need not mean anything.
void check_reading_counts(const Context& context);
/// Lists: types of their fields, and what stands at fields only of facts.
void check_list_fact(const ast::FactDeclaration& list, Sink& sink);
/// Derived facts: every value of what they are derived from is in one group. `facts` are those of the same block.
void check_derived_fact(const ast::FactDeclaration& fact, const std::vector<ast::FactDeclaration>& facts, Sink& sink);
/// Header lines: none missing, none repeated, in agreement with one another.
void check_header(const ast::Policy& policy, Sink& sink);
/// Blocks: those that stand once stand once, ids and names are not repeated.
void check_blocks(const ast::Policy& policy, Sink& sink);
/// History rows stand in the order of their dates.
void check_history(const ast::Policy& policy, Sink& sink);
/// Drug codes have the shape of their system and are not repeated.
void check_codes(const ast::Policy& policy, Sink& sink);

// A policy with its imports.
/// A fact is declared in one file only; an imported file is used.
void check_imports(const Context& context);
/// `implies` stands between yes/no facts, without circles.
void check_implications(const Context& context);
/// Names in lists of lines of business, benefits and request kinds are declared and stand once.
void check_lists(const Context& context);
/// Fields of lists have names that are no facts.
void check_field_names(const Context& context);
/// Definitions have names of their own, and values of one kind in all their cases.
void check_definitions(const Context& context);
/// Tables: every row has its cells, cells fit their columns, columns and rule fit what the table is for.
void check_tables(const Context& context);
/// Codes that are for products: the fact that tells them apart has these values, and each is billed with one code.
/// Says whether that is so: the amounts of such a drug are conditions on that fact.
[[nodiscard]] bool check_products(const Context& context);
/// Conditions compare what can be compared.
void check_conditions(const Context& context);
/// Dates that are never before one another, without circles; of the plan and of facts.
void check_day_orders(const Context& context);
/// Tests that come out the same for every request. Takes for granted that conditions have no error.
void check_ranges(const Context& context);
/// Each definition is used. Takes for granted that nothing has an error: a line that has one may be its only use.
void check_unused_definitions(const Context& context);
/// A share is compared with a percentage. Takes for granted that conditions have no error.
void check_shares(const Context& context);
/// Values are computed exactly whatever a request says. Takes for granted that nothing has an error.
void check_exactness(const Context& context);
/// Labels of every list: one kind, in order, none missing, none repeated.
void check_labels(const Context& context);
/// `see`, `items`, `reading` and `exception to` point to clauses that are there and of the right kind.
void check_references(const Context& context);
/// What each item states makes sense together and where it stands.
void check_items(const Context& context);
/// Groups of items have members and a possible count.
void check_groups(const Context& context);
/// `items` repeats what is asked together only together, and alternatives only as alternatives.
void check_alternatives(const Context& context);
/// Sections: order of their statements, how they end.
void check_sections(const Context& context);
/// `if` stands at items that are required with others.
void check_optional_items(const Context& context);
/// Criteria and `approve` are there for every request kind, once.
void check_criteria(const Context& context);
/// `exception to` stands between determinations of one stage that can meet, without circles.
void check_exceptions(const Context& context);
/// What stands instead of an approval or denial has criteria that lead to them.
void check_replacements(const Context& context);
/// Outcomes fit their place and have the document they need.
void check_outcomes(const Context& context);
/// Doses and schedules are positive, in bounds and whole numbers of billing units.
void check_dosing(const Context& context);
/// Periods of approval are times, in bounds.
void check_approvals(const Context& context);
/// Amounts computed for approvals: names, codes, units.
void check_quantities(const Context& context);
/// Every line of the plan has a box, every ticked line one section. Builds on the lists of names.
void check_coverage(const Context& context);
/// Readings are decided; those that are open are warnings.
void check_readings(const Context& context);
/// `accepted` names findings that can be accepted, at items that are there, each once.
void check_accepted(const Context& context);
/// Facts, values, units and evidence of scenarios; `like` without circles.
void check_scenarios(const Context& context);
/// What scenarios and properties expect can come out at all.
void check_expectations(const Context& context);

}  // namespace pol::checking
