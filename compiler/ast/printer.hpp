#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/ast/writer.hpp"
#include "compiler/source/source_map.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace pol::ast {

/// What the parts of the formatter share: the lines made so far, and the source, whose line ends are kept where the
/// language leaves them to the author.
struct Printer {
    Writer writer;
    const SourceFile& source;

    /// Whether the source has no line end between two spans.
    [[nodiscard]] bool on_one_line(const Span& before, const Span& after) const;
    /// Whether two spans are members of one list: on one line, or with a comma between them.
    [[nodiscard]] bool in_one_list(const Span& before, const Span& after) const;
};

/// A part of a block whose parts the tree keeps by kind, not in the order written.
struct Part {
    std::uint32_t begin = 0;
    std::function<void()> print;
};

/// Prints parts in the order in which the source has them.
void print_in_order(std::vector<Part> parts);

void print_day(Writer& writer, const DayOperand& day);
void print_day_relation(Writer& writer, const DayRelation& relation);
void print_expression(Writer& writer, const Expression& expression);
void print_condition(Writer& writer, const Condition& condition);
/// `trials where …`, behind what is counted or computed of them.
void print_entries(Writer& writer, const Entries& entries);
/// `where` and what is asked of the entries, if anything is.
void print_body(Writer& writer, const Entries& entries);
/// The line that opens a group, left open for what may follow, and the lines below it to its `end`.
void print_group_opening(Writer& writer, const ConditionGroup& group);
void print_group_members(Writer& writer, const ConditionGroup& group, const Span& span);
void print_outcome(Writer& writer, const OutcomePhrase& outcome);
/// What stands behind the word `see`.
void print_references(Writer& writer, const See& see);
void print_reading(Writer& writer, const Reading& reading);
void print_determination(Writer& writer, const Determination& determination);

/// Prints statements from the `first` on, each on a line of its own but for attributes that end the line before them.
/// `group` is that of the column in which `printed` stands.
void print_statements(Printer& printer, const std::vector<Statement>& statements, ColumnGroup group,
                      std::size_t first = 0);

/// The words that open a table, left open for what may follow, and the lines below them to its `end`.
void print_table_opening(Writer& writer, const Table& table);
void print_table_lines(Writer& writer, const Table& table, const Span& span);

void print_define(Writer& writer, const Define& define);
void print_scenario(Printer& printer, const Scenario& scenario);
void print_never_check(Printer& printer, const NeverCheck& check);
void print_accepted(Writer& writer, const AcceptedFinding& accepted);
void print_facts(Printer& printer, const FactsBlock& facts);
void print_plan(Printer& printer, const Plan& plan);
void print_policy(Printer& printer, const Policy& policy);

}  // namespace pol::ast
