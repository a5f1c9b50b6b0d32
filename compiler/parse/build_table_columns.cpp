// The values that tables of items define by their result columns.

#include "compiler/ast/table_meaning.hpp"
#include "compiler/parse/build.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

/// Whose a table is: the labels above it, and under which conditions it is asked.
struct Owner {
    std::string labels;
    std::vector<ast::Condition> asked_under;
};

ast::Condition all_of(std::vector<ast::Condition> conditions, Span span) {
    if (conditions.size() == 1) return std::move(conditions.front());
    ast::ConditionGroup group;
    group.infix = true;
    group.members = std::move(conditions);
    group.opening = span;
    return {std::move(group), span};
}

class Columns {
public:
    void visit(std::vector<ast::Statement>& statements, const Owner& owner) {
        for (ast::Statement& statement : statements) {
            if (auto* item = std::get_if<ast::Item>(&statement.form)) visit(item->statements, below(owner, *item));
            if (auto* requires_group = std::get_if<ast::Requires>(&statement.form))
                visit(requires_group->group.members, owner);
            auto* group = std::get_if<ast::ItemGroup>(&statement.form);
            if (group == nullptr) continue;
            if (group->table)
                add(*group, owner);
            else
                visit(group->members, owner);
        }
    }

    /// Rows before what reads them.
    [[nodiscard]] std::vector<ast::Define> take() {
        std::move(columns_.begin(), columns_.end(), std::back_inserter(rows_));
        return std::move(rows_);
    }

private:
    static Owner below(const Owner& owner, const ast::Item& item) {
        Owner inner{owner.labels + item.label.text + ".", owner.asked_under};
        for (const ast::Statement& statement : item.statements)
            if (const auto* only_if = std::get_if<ast::OnlyIf>(&statement.form))
                inner.asked_under.push_back(only_if->condition);
        return inner;
    }

    void add(ast::ItemGroup& group, const Owner& owner) {
        const ast::Table& table = *group.table;
        const ast::Name* first = nullptr;
        for (const ast::TableColumn& column : table.columns) {
            const auto* result = std::get_if<ast::ResultHead>(&column.head);
            if (first == nullptr && result != nullptr && result->name) first = &*result->name;
        }
        if (first == nullptr) return;
        auto item = group.members.begin();
        for (const ast::TableRow& row : table.rows) {
            if (!row.label) continue;
            add(table, row, std::get<ast::Item>(item->form), first->text + "." + owner.labels, owner);
            ++item;
        }
    }

    void add(const ast::Table& table, const ast::TableRow& row, ast::Item& item, const std::string& prefix,
             const Owner& owner) {
        const ast::Name name{prefix + item.label.text, row.span};
        rows_.push_back(ast::row_definition(table, row, name));
        std::get<ast::Requirement>(item.statements.front().form).condition = ast::is_yes(name);
        for (std::size_t at = 0; at < std::min(table.columns.size(), row.cells.size()); ++at) {
            const auto* result = std::get_if<ast::ResultHead>(&table.columns[at].head);
            const auto* value = std::get_if<ast::Expression>(&row.cells[at].form);
            if (result == nullptr || !result->name || value == nullptr) continue;
            std::vector<ast::Condition> conditions = owner.asked_under;
            conditions.push_back(ast::is_yes(name));
            ast::Define& column = column_of(*result->name, table);
            std::get<ast::Selection>(column.body)
                .cases.push_back({*value, all_of(std::move(conditions), row.span), row.span});
            column.span = join(column.span, row.span);
        }
    }

    ast::Define& column_of(const ast::Name& name, const ast::Table& table) {
        for (ast::Define& known : columns_)
            if (known.name.text == name.text) return known;
        ast::Define define;
        define.name = name;
        define.span = name.span;
        define.body = ast::Selection{table.tie, {}};
        define.is_part_of_table = true;
        columns_.push_back(std::move(define));
        return columns_.back();
    }

    std::vector<ast::Define> rows_;
    std::vector<ast::Define> columns_;
};

}  // namespace

std::vector<ast::Define> define_columns(std::vector<ast::Statement>& statements) {
    Columns columns;
    columns.visit(statements, {});
    return columns.take();
}

}  // namespace pol::parse_detail
