#include "compiler/ast/table_meaning.hpp"

#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <utility>

namespace pol::ast {
namespace {

Name yes_or_no(bool yes, Span span) { return {yes ? "yes" : "no", span}; }

/// Whether values stand below the head: it is a name, perhaps with the days that count.
bool has_values(const Expression& head) {
    return std::holds_alternative<NamedValue>(head.form) || std::holds_alternative<MeasuredValue>(head.form);
}

/// The head's name where it is no more than one.
const Name* lone_name(const Expression& value) {
    const auto* named = std::get_if<NamedValue>(&value.form);
    return named == nullptr ? nullptr : &named->name;
}

Condition all_of(std::vector<Condition> tests, Span span) {
    ConditionGroup group;
    group.infix = true;
    group.members = std::move(tests);
    group.opening = span;
    return {std::move(group), span};
}

/// `value` with the head in front: a test of a name against a name, or of two values.
Condition compared(const Expression& head, Comparison comparison, const Expression& amount, Span span) {
    const Name* left = lone_name(head);
    const Name* right = lone_name(amount);
    if (left != nullptr && right != nullptr) return {FactTest{*left, comparison, {*right}, {}}, span};
    return {QuantityTest{head, comparison, amount}, span};
}

/// Ages are counted in whole years or months.
std::optional<Duration> age_of(const Expression& amount) {
    const auto* quantity = std::get_if<Quantity>(&amount.form);
    if (quantity == nullptr || !quantity->unit || quantity->amount.places != 0) return std::nullopt;
    constexpr std::pair<const char*, TimeUnit> units[] = {
        {"day", TimeUnit::days},  {"week", TimeUnit::weeks},  {"month", TimeUnit::months},  {"year", TimeUnit::years},
        {"days", TimeUnit::days}, {"weeks", TimeUnit::weeks}, {"months", TimeUnit::months}, {"years", TimeUnit::years},
    };
    for (const auto& [word, unit] : units)
        if (quantity->unit->text == word)
            return Duration{{quantity->amount.digits, quantity->amount.span}, unit, quantity->span};
    return std::nullopt;
}

/// What one amount asks of the head.
std::optional<Condition> bound_test(const TableColumn& column, Comparison comparison, const Expression& amount,
                                    Span span) {
    if (const auto* value = std::get_if<Expression>(&column.head)) return compared(*value, comparison, amount, span);
    const auto* age = std::get_if<AgeHead>(&column.head);
    const std::optional<Duration> years = age == nullptr ? std::nullopt : age_of(amount);
    if (!years) return std::nullopt;
    return Condition{AgeTest{age->at, comparison, *years}, span};
}

std::optional<Condition> bounds_test(const TableColumn& column, const BoundsCell& cell, Span span) {
    std::vector<Condition> tests;
    for (const Bound& bound : cell.bounds) {
        std::optional<Condition> test = bound_test(column, bound.comparison, bound.amount, span);
        if (!test) return std::nullopt;
        tests.push_back(*std::move(test));
    }
    if (tests.size() == 1) return std::move(tests.front());
    return all_of(std::move(tests), span);
}

bool is_yes_or_no(const Name& value) { return value.text == "yes" || value.text == "no"; }

/// The head against values. A lone one below a measurement may be the name of a number.
std::optional<Condition> values_test(const Expression& head, const std::vector<Name>& values, Span span) {
    const Comparison comparison = values.size() > 1 ? Comparison::is_one_of : Comparison::is;
    if (const Name* name = lone_name(head)) return Condition{FactTest{*name, comparison, values, {}}, span};
    const auto* measured = std::get_if<MeasuredValue>(&head.form);
    if (measured == nullptr) return std::nullopt;
    const Name& first = values.front();
    if (values.size() == 1 && !is_yes_or_no(first))
        return compared(head, comparison, {NamedValue{first}, first.span}, span);
    return Condition{FactTest{measured->fact, comparison, values, measured->when}, span};
}

std::optional<Condition> values_test(const TableColumn& column, const ValuesCell& cell, Span span) {
    const auto* head = std::get_if<Expression>(&column.head);
    std::optional<Condition> test = head == nullptr ? std::nullopt : values_test(*head, cell.values, span);
    if (!test || !cell.negated) return test;
    auto* lone = std::get_if<FactTest>(&test->form);
    if (lone != nullptr && lone->comparison == Comparison::is) {
        lone->comparison = Comparison::is_not;
        return test;
    }
    ConditionGroup group;
    group.quantifier = Quantifier::none_of;
    group.members.push_back(*std::move(test));
    group.opening = span;
    return Condition{std::move(group), span};
}

Condition when_test(const WhenCell& cell, Span span) {
    std::vector<Condition> tests;
    for (const auto& test : cell.tests) {
        if (const auto* condition = std::get_if<Condition>(&test)) {
            tests.push_back(*condition);
            continue;
        }
        const auto& named = std::get<NamedTest>(test);
        tests.push_back(
            {FactTest{named.name, Comparison::is, {yes_or_no(!named.negated, named.name.span)}, {}}, named.name.span});
    }
    if (tests.size() == 1) return std::move(tests.front());
    Condition condition = all_of(std::move(tests), span);
    std::get<ConditionGroup>(condition.form).quantifier = cell.quantifier;
    return condition;
}

/// What a cell asks; nothing for `any`, for results and for cells that do not fit.
std::optional<Condition> cell_test(const TableColumn& column, const TableCell& cell) {
    if (!fits(column, cell)) return std::nullopt;
    return std::visit(overloaded{[](const AnyCell&) { return std::optional<Condition>(); },
                                 [&](const ValuesCell& values) { return values_test(column, values, cell.span); },
                                 [&](const BoundsCell& bounds) { return bounds_test(column, bounds, cell.span); },
                                 [&](const WhenCell& when) { return std::optional(when_test(when, cell.span)); },
                                 [&](const Expression& value) {
                                     if (is_result(column)) return std::optional<Condition>();
                                     return bound_test(column, Comparison::is, value, cell.span);
                                 }},
                      cell.form);
}

Name row_name(const Table& table, const TableRow& row, const std::string& defined) {
    return {defined + "." + std::to_string(&row - table.rows.data() + 1), row.span};
}

/// One definition a row.
std::vector<Define> row_definitions(const Table& table, const std::string& defined) {
    std::vector<Define> definitions;
    for (const TableRow& row : table.rows)
        definitions.push_back(row_definition(table, row, row_name(table, row, defined)));
    return definitions;
}

/// The value of each row in one column, under a condition made by the caller.
template <class ConditionOf>
std::vector<DefinedCase> row_values(const Table& table, std::size_t column, const ConditionOf& condition_of) {
    std::vector<DefinedCase> cases;
    for (const TableRow& row : table.rows) {
        if (column >= row.cells.size()) continue;
        const auto* value = std::get_if<Expression>(&row.cells[column].form);
        if (value != nullptr) cases.push_back({*value, condition_of(row), row.span});
    }
    return cases;
}

std::size_t result_column(const Table& table) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(), is_result);
    return static_cast<std::size_t>(found - table.columns.begin());
}

/// `otherwise` below rows with a rule: the value by the rule where one of the rows holds.
std::vector<Define> ruled_with_otherwise(Define define) {
    const Table& table = *define.table;
    const std::string name = define.name.text;
    std::vector<Define> all = row_definitions(table, name);
    const auto taken = [&](const TableRow& row) { return is_yes(row_name(table, row, name)); };
    Define rows;
    rows.name = {name + ".rows", define.name.span};
    rows.body = Selection{table.tie, row_values(table, result_column(table), taken)};
    rows.span = {define.name.span.file, define.name.span.begin, define.name.span.begin};
    rows.is_part_of_table = true;
    ConditionGroup any_row;
    any_row.quantifier = Quantifier::any_of;
    any_row.opening = table.opening;
    for (const TableRow& row : table.rows) any_row.members.push_back(taken(row));
    std::vector<DefinedCase> cases;
    cases.push_back(
        {{NamedValue{rows.name}, define.name.span}, Condition{std::move(any_row), table.opening}, table.opening});
    cases.push_back({*table.otherwise, std::nullopt, table.otherwise->span});
    all.push_back(std::move(rows));
    define.body = std::move(cases);
    all.push_back(std::move(define));
    return all;
}

}  // namespace

bool fits(const TableColumn& column, const TableCell& cell) {
    const bool is_value = std::holds_alternative<Expression>(cell.form);
    const bool is_any = std::holds_alternative<AnyCell>(cell.form);
    const bool is_bounds = std::holds_alternative<BoundsCell>(cell.form);
    return std::visit(overloaded{[&](const Expression& head) {
                                     if (std::holds_alternative<ValuesCell>(cell.form)) return has_values(head);
                                     return is_any || is_bounds || is_value;
                                 },
                                 [&](const AgeHead&) {
                                     if (is_any) return true;
                                     if (const auto* value = std::get_if<Expression>(&cell.form))
                                         return age_of(*value).has_value();
                                     const auto* bounds = std::get_if<BoundsCell>(&cell.form);
                                     return bounds != nullptr &&
                                            std::all_of(
                                                bounds->bounds.begin(), bounds->bounds.end(),
                                                [](const Bound& bound) { return age_of(bound.amount).has_value(); });
                                 },
                                 [&](const WhenHead&) { return is_any || std::holds_alternative<WhenCell>(cell.form); },
                                 [&](const ResultHead&) { return is_value; }},
                      column.head);
}

Condition row_condition(const Table& table, const TableRow& row) {
    std::vector<Condition> tests;
    for (std::size_t at = 0; at < std::min(table.columns.size(), row.cells.size()); ++at) {
        std::optional<Condition> test = cell_test(table.columns[at], row.cells[at]);
        if (!test) continue;
        auto* group = std::get_if<ConditionGroup>(&test->form);
        if (group != nullptr && group->quantifier == Quantifier::all_of && group->infix)
            std::move(group->members.begin(), group->members.end(), std::back_inserter(tests));
        else
            tests.push_back(*std::move(test));
    }
    if (tests.size() == 1) return std::move(tests.front());
    return all_of(std::move(tests), row.span);
}

std::string row_words(const Table& table, const TableRow& row) {
    std::string words;
    for (std::size_t at = 0; at < std::min(table.columns.size(), row.cells.size()); ++at) {
        const TableColumn& column = table.columns[at];
        if (is_result(column) || std::holds_alternative<AnyCell>(row.cells[at].form)) continue;
        words += words.empty() ? "" : "; ";
        if (!std::holds_alternative<WhenHead>(column.head)) words += column.words + " ";
        words += row.cells[at].words;
    }
    return words;
}

Condition is_yes(Name name) {
    const Span span = name.span;
    return {FactTest{std::move(name), Comparison::is, {yes_or_no(true, span)}, {}}, span};
}

Define row_definition(const Table& table, const TableRow& row, Name name) {
    Define define;
    const std::string words = row_words(table, row);
    if (!words.empty()) define.phrase = Text{words, row.span};
    define.name = std::move(name);
    define.body = row_condition(table, row);
    define.span = {row.span.file, row.span.begin, row.span.begin};
    define.is_part_of_table = true;
    return define;
}

std::vector<Define> table_definitions(Define define) {
    const Table& table = *define.table;
    if (table.tie != TieRule::none && table.otherwise) return ruled_with_otherwise(std::move(define));
    std::vector<DefinedCase> cases =
        row_values(table, result_column(table), [&](const TableRow& row) { return row_condition(table, row); });
    if (table.otherwise) {
        cases.push_back({*table.otherwise, std::nullopt, table.otherwise->span});
        define.body = std::move(cases);
    } else {
        define.body = Selection{table.tie, std::move(cases)};
    }
    std::vector<Define> all;
    all.push_back(std::move(define));
    return all;
}

}  // namespace pol::ast
