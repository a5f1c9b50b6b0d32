#include "compiler/ast/printer.hpp"
#include "compiler/source/overloaded.hpp"

#include <cassert>

namespace pol::ast {
namespace {

constexpr std::size_t attribute_gap = 3;
constexpr std::size_t case_gap = 2;

void print_source(Writer& writer, const Define& define) {
    if (define.not_in_document) writer.column(attribute_gap).words("not in document").words(*define.not_in_document);
}

/// A group keeps the source of its definition on the line that opens it.
void print_meaning(Writer& writer, const Define& define, const Condition& condition) {
    writer.words("means");
    const auto* group = std::get_if<ConditionGroup>(&condition.form);
    if (group == nullptr || group->infix || !define.not_in_document) {
        if (group == nullptr || group->infix) writer.soft();
        print_condition(writer, condition);
        print_source(writer, define);
        return;
    }
    print_group_opening(writer.at(condition.span), *group);
    print_source(writer, define);
    print_group_members(writer, *group, condition.span);
}

void print_case(Writer& writer, const DefinedCase& defined, ColumnGroup group) {
    print_expression(writer.in(group).at(defined.span), defined.value);
    writer.column(case_gap);
    if (defined.when)
        print_condition(writer.words("when"), *defined.when);
    else
        writer.words("otherwise");
    writer.end_line();
}

void print_cases(Writer& writer, const Define& define, const std::vector<DefinedCase>& cases) {
    writer.words("= first of");
    print_source(writer, define);
    writer.open();
    const ColumnGroup group = writer.new_group();
    for (const DefinedCase& defined : cases) print_case(writer, defined, group);
    writer.close(define.span);
}

void print_cases_on_line(Writer& writer, const Define& define, const std::vector<DefinedCase>& cases) {
    writer.words("=").soft();
    for (const DefinedCase& defined : cases) {
        print_expression(writer, defined.value);
        if (!defined.when) continue;
        print_condition(writer.words("when"), *defined.when);
        writer.words("otherwise");
    }
    print_source(writer, define);
}

void print_table(Writer& writer, const Define& define) {
    print_table_opening(writer.words("="), *define.table);
    print_source(writer, define);
    print_table_lines(writer, *define.table, define.span);
}

}  // namespace

void print_define(Writer& writer, const Define& define) {
    writer.at(define.span).words("define").words(define.name);
    if (define.phrase) writer.words(*define.phrase);
    if (define.of) writer.words("of").words(define.of->list);
    if (define.table) return print_table(writer, define);
    std::visit(overloaded{[&](const Condition& condition) { print_meaning(writer, define, condition); },
                          [&](const Expression& value) {
                              print_expression(writer.words("=").soft(), value);
                              print_source(writer, define);
                          },
                          [&](const std::vector<DefinedCase>& cases) {
                              if (define.cases_on_line) return print_cases_on_line(writer, define, cases);
                              print_cases(writer, define, cases);
                          },
                          [](const Selection&) { assert(false); }},
               define.body);
}

}  // namespace pol::ast
