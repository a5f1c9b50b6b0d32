#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/source/overloaded.hpp"

namespace pol::ast {
namespace {

constexpr std::size_t gap_before_bar = 1;

std::string_view tie_words(TieRule rule) {
    switch (rule) {
        case TieRule::none:
            return {};
        case TieRule::longest:
            return "takes the longest";
        case TieRule::shortest:
            return "takes the shortest";
        case TieRule::greatest:
            return "takes the greatest";
        case TieRule::least:
            return "takes the least";
    }
    return {};
}

void print_head(Writer& writer, const TableColumn& column) {
    std::visit(overloaded{[&](const Expression& value) { print_expression(writer, value); },
                          [&](const AgeHead& age) { print_day(writer.words("age at"), age.at); },
                          [&](const WhenHead&) { writer.words("when"); },
                          [&](const ResultHead& result) {
                              writer.words("=");
                              if (result.name) writer.words(*result.name);
                          }},
               column.head);
}

/// `is at least` without its `is`.
std::string_view bound_words(Comparison comparison) { return comparison_words(comparison).substr(3); }

void print_test(Writer& writer, const std::variant<NamedTest, Condition>& test) {
    std::visit(overloaded{[&](const NamedTest& named) {
                              if (named.negated) writer.words("not");
                              writer.words(named.name);
                          },
                          [&](const Condition& condition) { print_condition(writer, condition); }},
               test);
}

/// Writes members with a word between them.
template <class List, class WriteOne>
void print_joined(Writer& writer, const List& list, std::string_view word, const WriteOne& write_one) {
    for (const auto& member : list) {
        if (&member != &list.front()) writer.words(word);
        write_one(member);
    }
}

void print_cell(Writer& writer, const TableCell& cell) {
    std::visit(overloaded{[&](const AnyCell&) { writer.words("any"); },
                          [&](const ValuesCell& values) {
                              if (values.negated) writer.words("not");
                              write_list(writer, values.values);
                          },
                          [&](const BoundsCell& bounds) {
                              print_joined(writer, bounds.bounds, "and", [&](const Bound& bound) {
                                  print_expression(writer.words(bound_words(bound.comparison)), bound.amount);
                              });
                          },
                          [&](const WhenCell& when) {
                              print_joined(writer, when.tests, when.quantifier == Quantifier::any_of ? "or" : "and",
                                           [&](const auto& test) { print_test(writer, test); });
                          },
                          [&](const Expression& value) { print_expression(writer, value); }},
               cell.form);
}

void print_row(Writer& writer, const TableRow& row, ColumnGroup group) {
    writer.at(row.span).in(group).words(row.label ? std::string_view(row.label->text) : "row");
    for (const TableCell& cell : row.cells) {
        writer.column(gap_before_bar).words("|");
        print_cell(writer, cell);
    }
    writer.unbroken().end_line();
}

}  // namespace

void print_table_opening(Writer& writer, const Table& table) {
    writer.at(table.opening).words("table");
    if (table.tie != TieRule::none) writer.words(tie_words(table.tie));
}

void print_table_lines(Writer& writer, const Table& table, const Span& span) {
    writer.open();
    const ColumnGroup group = writer.new_group();
    writer.at(table.columns_span).in(group).words("columns");
    for (const TableColumn& column : table.columns) {
        writer.column(gap_before_bar).words("|");
        print_head(writer, column);
    }
    writer.unbroken().end_line();
    for (const TableRow& row : table.rows) print_row(writer, row, group);
    if (table.otherwise) {
        print_expression(writer.at(table.otherwise->span).words("otherwise"), *table.otherwise);
        writer.end_line();
    }
    writer.close(span);
}

}  // namespace pol::ast
