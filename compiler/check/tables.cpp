#include "compiler/ast/table_meaning.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/values.hpp"
#include "compiler/check/walk.hpp"
#include "compiler/source/counted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace pol::checking {
namespace {

using ast::TieRule;

const char* hint_for_cell(const ast::TableColumn& column) {
    return std::visit(overloaded{[](const ast::Expression& head) {
                                     return std::holds_alternative<ast::NamedValue>(head.form) ||
                                                    std::holds_alternative<ast::MeasuredValue>(head.form)
                                                ? "write values, `not` and values, an amount such as `at least 3`, or "
                                                  "`any`; conditions stand below `when`"
                                                : "write an amount such as `at least 3`, or `any`";
                                 },
                                 [](const ast::AgeHead&) {
                                     return "write an age such as `at least 18 years`, two joined by `and`, or `any`";
                                 },
                                 [](const ast::WhenHead&) {
                                     return "write a condition, the name of one, `not` and such a name, or `any`";
                                 },
                                 [](const ast::ResultHead&) { return "write a value such as `8 weeks`"; }},
                      column.head);
}

/// One table; `define` is null for one that an item states.
class TableCheck {
public:
    TableCheck(const ast::Table& table, const ast::Define* define, Values& values, Sink& sink)
        : table_(table), define_(define), values_(values), sink_(sink) {}

    void run() {
        if (table_.rows.empty())
            sink_.add(FindingCode::group_asks_nothing, table_.opening, "this table has no rows",
                      "write one row a line below its columns");
        for (const ast::TableRow& row : table_.rows) check(row);
        check_columns();
        check_rule();
        if (define_ == nullptr && table_.otherwise)
            sink_.add(FindingCode::table_otherwise, table_.otherwise->span, "a table of an item has no `otherwise`",
                      "a member for whom no row holds does not meet the item; leave it out");
    }

private:
    void check(const ast::TableRow& row) {
        const std::size_t errors = sink_.error_count();
        check_label(row);
        check_count(row);
        for (std::size_t at = 0; at < std::min(row.cells.size(), table_.columns.size()); ++at)
            check(row.cells[at], table_.columns[at]);
        if (sink_.error_count() == errors && ast::row_words(table_, row).empty())
            sink_.add(FindingCode::group_asks_nothing, row.span, "this row asks nothing",
                      define_ == nullptr ? "every member would meet the table; write what the row is for"
                                         : "write the value of all other members behind `otherwise`");
    }

    void check_label(const ast::TableRow& row) {
        if (define_ == nullptr && !row.label)
            sink_.add(FindingCode::table_row_label, row.span, "this row has no label",
                      "in an item every row begins with its label, such as `1.`");
        if (define_ != nullptr && row.label)
            sink_.add(FindingCode::table_row_label, row.label->span, "a row of a definition has no label",
                      "write `row`, or put the table into an item");
    }

    void check_count(const ast::TableRow& row) {
        const std::size_t cells = row.cells.size();
        const std::size_t columns = table_.columns.size();
        if (cells == columns) return;
        add_with_place(sink_, FindingCode::table_cells, row.span,
                       fmt::format("this row has {}, the table {}", counted(cells, "cell"), counted(columns, "column")),
                       "write a cell for every column; `any` where nothing is asked", table_.columns_span,
                       "the columns");
    }

    void check(const ast::TableCell& cell, const ast::TableColumn& column) {
        if (ast::fits(column, cell)) return;
        const std::string place =
            ast::is_result(column) ? std::string("as a result") : fmt::format("below `{}`", column.words);
        sink_.add(FindingCode::table_cell, cell.span, fmt::format("`{}` cannot stand {}", cell.words, place),
                  hint_for_cell(column));
    }

    void check_columns() {
        bool behind_result = false;
        for (const ast::TableColumn& column : table_.columns) {
            if (behind_result && !ast::is_result(column))
                report_result(column.span, fmt::format("`{}` stands behind a result", column.words),
                              "results are the last columns");
            behind_result = behind_result || ast::is_result(column);
            if (const auto* result = std::get_if<ast::ResultHead>(&column.head)) check(*result, column);
        }
        if (define_ != nullptr && results() != 1)
            report_result(table_.columns_span,
                          fmt::format("the table of a definition has one result, this one {}", results()),
                          "write one lone `=` as its last column");
    }

    void check(const ast::ResultHead& result, const ast::TableColumn& column) {
        if (define_ == nullptr && !result.name)
            report_result(column.span, "this result has no name", "write `=` and the name it is used by");
        if (define_ != nullptr && result.name)
            report_result(column.span, fmt::format("the result of this table is `{}`", define_->name.text),
                          "write a lone `=`");
    }

    void report_result(Span span, std::string message, std::string hint) {
        sink_.add(FindingCode::table_result, span, std::move(message), std::move(hint));
    }

    void check_rule() {
        if (table_.tie == TieRule::none) return;
        if (results() != 1)
            return sink_.add(
                FindingCode::tie_rule, table_.opening,
                fmt::format("a rule chooses between values of one result, this table has {}",
                            results() == 0 ? "none" : std::to_string(results())),
                results() == 0 ? "leave it out; rows of criteria may hold together" : "write a table for each result");
        const std::optional<Measure> measure = first_result();
        if (!measure) return;
        const bool is_time = measure->dimension == units::days() || measure->dimension == units::months();
        const bool is_of_time = table_.tie == TieRule::longest || table_.tie == TieRule::shortest;
        if (is_time == is_of_time) return;
        sink_.add(FindingCode::tie_rule, table_.opening,
                  is_time ? "the results of this table are times" : "the results of this table are no times",
                  is_time ? "write `takes the longest` or `takes the shortest`"
                          : "write `takes the greatest` or `takes the least`");
    }

    /// What the first value of the first row measures; it has its findings where it is defined.
    std::optional<Measure> first_result() {
        Sink reported_at_its_definition;
        for (std::size_t at = 0; at < table_.columns.size() && !table_.rows.empty(); ++at) {
            const std::vector<ast::TableCell>& cells = table_.rows.front().cells;
            if (!ast::is_result(table_.columns[at]) || at >= cells.size()) continue;
            const auto* value = std::get_if<ast::Expression>(&cells[at].form);
            return value == nullptr ? std::nullopt : values_.measure(*value, reported_at_its_definition);
        }
        return std::nullopt;
    }

    std::ptrdiff_t results() const {
        return std::count_if(table_.columns.begin(), table_.columns.end(), ast::is_result);
    }

    const ast::Table& table_;
    const ast::Define* define_;
    Values& values_;
    Sink& sink_;
};

/// The rules of the values that tables of items define; one value may come from several tables.
class SharedResults {
public:
    explicit SharedResults(Sink& sink) : sink_(sink) {}

    void add(const ast::Table& table) {
        for (const ast::TableColumn& column : table.columns) {
            const auto* result = std::get_if<ast::ResultHead>(&column.head);
            if (result == nullptr || !result->name) continue;
            const ast::Table* first = first_.emplace(result->name->text, &table).first->second;
            if (first->tie != table.tie)
                add_with_place(sink_, FindingCode::tie_rule, table.opening,
                               fmt::format("the rule for `{}` is another one than above", result->name->text),
                               "a value of several tables has one rule; give one of the results another name",
                               first->opening, "the table above");
        }
    }

private:
    Sink& sink_;
    std::unordered_map<std::string, const ast::Table*> first_;
};

}  // namespace

void check_tables(const Context& context) {
    Values values(context);
    SharedResults results(context.sink);
    const auto check = [&](const ast::Table& table, const ast::Define* define) {
        TableCheck(table, define, values, context.sink).run();
    };
    for (const ast::Define* define : blocks_of<ast::Define>(context.policy))
        if (define->table) check(*define->table, define);
    each_clause_block(context.policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::ItemGroup>(statements, [&](const ast::ItemGroup& group, const ast::Statement&) {
            if (!group.table) return;
            check(*group.table, nullptr);
            results.add(*group.table);
        });
    });
}

}  // namespace pol::checking
