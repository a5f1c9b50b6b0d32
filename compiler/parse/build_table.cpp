// Decision tables: as written, and beside it what they mean in the terms of items and definitions.

#include "compiler/ast/table_meaning.hpp"
#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

ast::TieRule tie_of(const Node& node) {
    for (const Node& child : node.children) {
        if (child.kind == Kind::tie_longest) return ast::TieRule::longest;
        if (child.kind == Kind::tie_shortest) return ast::TieRule::shortest;
        if (child.kind == Kind::tie_greatest) return ast::TieRule::greatest;
        if (child.kind == Kind::tie_least) return ast::TieRule::least;
    }
    return ast::TieRule::none;
}

decltype(ast::TableColumn::head) build_head(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::head_age:
            return ast::AgeHead{build_day(build, child_of(node, Kind::day_operand))};
        case Kind::head_when:
            return ast::WhenHead{};
        case Kind::head_result: {
            ast::ResultHead result;
            if (const Node* name = find_child(node, Kind::name)) result.name = build_name(build, *name);
            return result;
        }
        default:
            return build_expression(build, node);
    }
}

ast::Comparison comparison_of(const Node& bound) {
    switch (bound.children.front().kind) {
        case Kind::comparison_at_least:
            return ast::Comparison::is_at_least;
        case Kind::comparison_at_most:
            return ast::Comparison::is_at_most;
        case Kind::comparison_more_than:
            return ast::Comparison::is_more_than;
        default:
            assert(bound.children.front().kind == Kind::comparison_less_than);
            return ast::Comparison::is_less_than;
    }
}

ast::BoundsCell build_bounds(const Build& build, const Node& node) {
    ast::BoundsCell cell;
    for (const Node& bound : node.children)
        cell.bounds.push_back({comparison_of(bound), build_expression(build, bound.children.back())});
    return cell;
}

std::variant<ast::NamedTest, ast::Condition> build_cell_test(const Build& build, const Node& node) {
    if (node.kind == Kind::name) return ast::NamedTest{build_name(build, node), false};
    if (node.kind == Kind::negated_name) return ast::NamedTest{build_name(build, node.children.back()), true};
    return build_test(build, node);
}

ast::WhenCell build_when(const Build& build, const Node& node) {
    ast::WhenCell cell;
    for (const Node& child : node.children) {
        if (child.kind != Kind::cell_and && child.kind != Kind::cell_or) {
            cell.tests.push_back(build_cell_test(build, child));
            continue;
        }
        if (child.kind == Kind::cell_or) cell.quantifier = ast::Quantifier::any_of;
        for (const Node& other : child.children) cell.tests.push_back(build_cell_test(build, other));
    }
    return cell;
}

/// Names alone: values of the head's fact or, where the column says so, a condition or a result of that name.
decltype(ast::TableCell::form) build_values(const Build& build, const Node& node, const ast::TableColumn* column) {
    ast::ValuesCell cell;
    for (const Node& child : node.children) {
        if (child.kind == Kind::cell_not)
            cell.negated = true;
        else
            cell.values.push_back(build_value(build, child));
    }
    const bool is_name = cell.values.size() == 1 && node.children.back().kind == Kind::name;
    if (column == nullptr || !is_name) return cell;
    if (std::holds_alternative<ast::WhenHead>(column->head)) {
        ast::WhenCell when;
        when.tests.emplace_back(ast::NamedTest{cell.values.front(), cell.negated});
        return when;
    }
    if (ast::is_result(*column) && !cell.negated)
        return ast::Expression{ast::NamedValue{cell.values.front()}, node.span};
    return cell;
}

/// `at least 2 trials` below `when` is no amount.
std::optional<ast::WhenCell> build_count(const ast::BoundsCell& cell, Span span) {
    const ast::Bound& bound = cell.bounds.front();
    const auto* amount = std::get_if<ast::Quantity>(&bound.amount.form);
    const bool is_counted =
        bound.comparison == ast::Comparison::is_at_least || bound.comparison == ast::Comparison::is_at_most;
    if (cell.bounds.size() != 1 || !is_counted || amount == nullptr || !amount->unit || amount->amount.places > 0)
        return std::nullopt;
    ast::CountTest test;
    if (bound.comparison == ast::Comparison::is_at_most) test.comparison = ast::CountComparison::at_most;
    test.count = ast::Number{amount->amount.digits, amount->amount.span};
    test.entries.list = *amount->unit;
    ast::WhenCell when;
    when.tests.emplace_back(ast::Condition{std::move(test), span});
    return when;
}

decltype(ast::TableCell::form) build_bounds_cell(const Build& build, const Node& node, const ast::TableColumn* column) {
    ast::BoundsCell cell = build_bounds(build, node);
    const bool is_when = column != nullptr && std::holds_alternative<ast::WhenHead>(column->head);
    if (is_when)
        if (std::optional<ast::WhenCell> count = build_count(cell, node.span)) return *std::move(count);
    return cell;
}

ast::TableCell build_cell(const Build& build, const Node& node, const ast::TableColumn* column) {
    ast::TableCell cell{ast::AnyCell{}, one_line(build, node), node.span};
    switch (node.kind) {
        case Kind::cell_any:
            break;
        case Kind::cell_bounds:
            cell.form = build_bounds_cell(build, node, column);
            break;
        case Kind::cell_values:
            cell.form = build_values(build, node, column);
            break;
        case Kind::cell_condition:
            cell.form = build_when(build, node);
            break;
        default:
            cell.form = build_expression(build, node);
    }
    return cell;
}

ast::TableRow build_row(const Build& build, const Node& node, const std::vector<ast::TableColumn>& columns) {
    ast::TableRow row;
    row.span = node.span;
    for (const Node& child : node.children) {
        if (child.kind == Kind::label) {
            row.label = ast::Name{build.word(child), child.span};
            continue;
        }
        const std::size_t at = row.cells.size();
        row.cells.push_back(build_cell(build, child, at < columns.size() ? &columns[at] : nullptr));
    }
    return row;
}

}  // namespace

ast::Table build_table(const Build& build, const Node& node) {
    ast::Table table;
    table.tie = tie_of(node);
    table.opening = child_of(node, Kind::table_word).span;
    const Node& columns = child_of(node, Kind::table_columns);
    table.columns_span = columns.span;
    for (const Node& head : columns.children)
        table.columns.push_back({build_head(build, head), one_line(build, head), head.span});
    for (const Node& child : node.children) {
        if (child.kind == Kind::table_row) table.rows.push_back(build_row(build, child, table.columns));
        if (child.kind == Kind::table_otherwise) table.otherwise = build_expression(build, child.children.front());
    }
    return table;
}

ast::ItemGroup build_table_items(const Build& build, const Node& node) {
    ast::ItemGroup group;
    group.quantifier = ast::Quantifier::any_of;
    group.table = build_table(build, node);
    group.opening = group.table->opening;
    std::size_t at = 0;
    for (const Node& child : node.children) {
        if (child.kind != Kind::table_row) continue;
        const ast::TableRow& row = group.table->rows[at++];
        const Node* label = find_child(child, Kind::label);
        if (label == nullptr) continue;
        const std::string words = ast::row_words(*group.table, row);
        ast::Item item{build_label(build, *label), ast::Text{words.empty() ? "any" : words, row.span}, {}, row.span};
        item.statements.push_back({ast::Requirement{ast::row_condition(*group.table, row)}, row.span});
        group.members.push_back({std::move(item), row.span});
    }
    return group;
}

}  // namespace pol::parse_detail
