#pragma once

#include "compiler/ast/file.hpp"

namespace pol::ast {

/// Whether a cell can stand in a column of this head, as far as its words tell.
[[nodiscard]] bool fits(const TableColumn& column, const TableCell& cell);

/// All that a row asks, in the order of its columns: one test, or a group of them, which is empty if it asks nothing.
/// Cells that do not fit ask nothing.
[[nodiscard]] Condition row_condition(const Table& table, const TableRow& row);

/// What a row is called in words, cells that ask nothing left out: `genotype g1; cirrhosis none, compensated`.
[[nodiscard]] std::string row_words(const Table& table, const TableRow& row);

/// The condition `NAME is yes`, of a definition.
[[nodiscard]] Condition is_yes(Name name);

/// Whether a row holds, as a definition. It counts as written before the row, so that the row can use it.
[[nodiscard]] Define row_definition(const Table& table, const TableRow& row, Name name);

/// What `define NAME = table` defines: all of it, its own definition last.
[[nodiscard]] std::vector<Define> table_definitions(Define define);

}  // namespace pol::ast
