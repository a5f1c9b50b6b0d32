#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

// The passes of `lower`, in the order in which they run. Each relies on the tables filled by those before it.

/// Facts: the builtin ones, the plan's, then those of the facts files in import order. Fills `fact_by_name`,
/// `derived_by_name` and `minimum`.
void lower_facts(Context& context);

/// Definitions, in the order in which they stand. Fills `term_by_name` and `term_dimensions`.
void lower_terms(Context& context);

/// Name, number, plan, codes of its drugs, text in force, calendar.
void lower_header(Context& context);

/// The clause table in file order, with because-items, and the documents named in it in order of appearance. Fills
/// `clause_by_id`, `clause_of_item`, `see_places` and `reading_places`.
void lower_clauses(Context& context);

/// What `see` points to. A section-wide `see` belongs to what the section can give: its determinations and its
/// `otherwise`; one in the header to TEXT.
void lower_references(Context& context);

/// Readings with the clauses they are about: the items named; else the item they stand in; else TEXT for those of the
/// header and the history; else none, for a reading of a whole section, guideline list or `applies`.
void lower_readings(Context& context);

/// Items that `printed AND` and `printed OR` join.
void lower_connectives(Context& context);

/// Lines with their boxes, benefits and what an unlisted benefit names.
void lower_coverage(Context& context);

/// The gate and every determination in file order, with exceptions resolved. Fills `determinations_of_clause`.
void lower_determinations(Context& context);

/// Every labelled requirement, in the order of its clause.
void lower_requirements(Context& context);

/// Sections with their criteria and approvals; gives every ticked line its section.
void lower_sections(Context& context);

/// Tables of several request kinds may give one value: the rows of each count for its kinds alone.
void lower_rows_by_kind(Context& context);

/// Scenarios as whole requests, the `check never` properties, and the findings that are accepted.
void lower_scenarios(Context& context);

}  // namespace pol::lowering
