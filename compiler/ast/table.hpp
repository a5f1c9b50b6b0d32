#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/condition.hpp"
#include "compiler/ast/expression.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pol::ast {

/// `takes the longest`: what is taken where rows hold together.
enum class TieRule { none, longest, shortest, greatest, least };

// Heads of columns: what the cells below are about.
/// `age at date_of_service`.
struct AgeHead {
    DayOperand at;
};
/// `when`: its cells are conditions of their own.
struct WhenHead {};
/// `= weeks`, a value that the table defines; in a definition a lone `=`.
struct ResultHead {
    std::optional<Name> name;
};
struct TableColumn {
    /// A value, most often a lone name, is what the cells are compared with.
    std::variant<Expression, AgeHead, WhenHead, ResultHead> head;
    /// As written, one blank between the words.
    std::string words;
    Span span;
};

// Cells.
/// `any`: nothing is asked.
struct AnyCell {};
/// `none, compensated`, `not g3, g1`.
struct ValuesCell {
    bool negated = false;
    std::vector<Name> values;
};
/// `at least 18 years`; the amount is a lone name on a scale.
struct Bound {
    Comparison comparison = Comparison::is_at_least;
    Expression amount;
};
/// One bound, or two joined by `and`.
struct BoundsCell {
    std::vector<Bound> bounds;
};
/// `naive`, `not naive` below `when`.
struct NamedTest {
    Name name;
    bool negated = false;
};
/// `naive and weight is less than 30 kg` below `when`: all_of or any_of its tests.
struct WhenCell {
    Quantifier quantifier = Quantifier::all_of;
    std::vector<std::variant<NamedTest, Condition>> tests;
};
/// An expression is a result, or what the head's value is.
struct TableCell {
    std::variant<AnyCell, ValuesCell, BoundsCell, WhenCell, Expression> form;
    std::string words;
    Span span;
};

struct TableRow {
    /// As written, with its sign; absent for `row`.
    std::optional<Name> label;
    std::vector<TableCell> cells;
    Span span;
};

/// `table … end` as written. What it means stands beside it in the tree: the items of its group, and definitions of
/// what its result columns name.
struct Table {
    TieRule tie = TieRule::none;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    /// `otherwise 100 units`, last.
    std::optional<Expression> otherwise;
    /// The words that open the table, and its line of columns.
    Span opening;
    Span columns_span;
};

[[nodiscard]] inline bool is_result(const TableColumn& column) {
    return std::holds_alternative<ResultHead>(column.head);
}

}  // namespace pol::ast
