#pragma once

// Decision tables: columns declared once, then one row a line, with `|` between the cells.
//
// What a cell can be follows from its column; here any cell reads in any column, and whether it fits is decided from
// the tree. No word of a table is reserved: it opens with `table` at the end of its line or before `takes`, and
// `columns` and `row` are words inside tables only. See grammar/README.md, "Tables".

#include "grammar/conditions.hpp"

namespace pol::grammar {

// clang-format off
struct table_word    : word<"table"> {};
struct columns_word  : whole<word<"columns">> {};
struct row_word      : word<"row"> {};
struct bar           : one<'|'> {};
struct a_bar         : one<'|'> {};
struct table_opening : seq<table_word, gap, sor<eolf, one<'#'>, word<"takes">, not_in_word>> {};
// Two cells end at the same place: at a bar, a comment or the end of the line
struct cell_stop     : at<gap, sor<bar, eolf, one<'#'>>> {};

// `takes the longest`
struct tie_longest   : word<"longest"> {};
struct tie_shortest  : word<"shortest"> {};
struct tie_greatest  : word<"greatest"> {};
struct tie_least     : word<"least"> {};
struct a_tie_rule    : whole<sor<tie_longest, tie_shortest, tie_greatest, tie_least>> {};
struct takes_the     : whole<word<"the">> {};
struct takes         : seq<word<"takes">, gap, must<takes_the>, gap, must<a_tie_rule>> {};

// `columns | genotype | age at date_of_service | when | = weeks`
struct head_age      : seq<age_word, gap, must<age_at>, gap, must<a_day>> {};
struct head_when     : seq<word<"when">, cell_stop> {};
struct head_result   : seq<one<'='>, opt<gap, name>> {};
struct head          : sor<head_result, head_age, head_when, expression> {};
struct a_head        : whole<head> {};
struct table_columns : seq<must<columns_word>, gap, must<a_bar>, gap, must<a_head>, star<gap, bar, gap, must<a_head>>,
    must<line_close>> {};

// Cells
struct a_bound       : whole<expression> {};
struct cell_any      : seq<word<"any">, cell_stop> {};
struct cell_bound    : seq<sor<comparison_at_least, comparison_at_most, comparison_more_than, comparison_less_than>,
    gap, must<a_bound>> {};
struct cell_bounds   : seq<cell_bound, opt<gap, and_word, gap, cell_bound>, cell_stop> {};
struct cell_not      : word<"not"> {};
struct cell_values   : seq<not_at<lone_digits, cell_stop>, opt<cell_not, gap>, value, star<gap, one<','>, gap, must<a_value>>, cell_stop> {};
struct cell_value    : seq<expression, cell_stop> {};
struct negated_name  : seq<not_word, gap, name> {};
struct cell_test     : sor<test, negated_name, name> {};
struct a_cell_test   : whole<cell_test> {};
struct and_in_cell   : not_at<or_word> {};
struct or_in_cell    : not_at<and_word> {};
struct cell_and      : seq<plus<gap, and_word, gap, must<a_cell_test>>, gap, must<and_in_cell>> {};
struct cell_or       : seq<plus<gap, or_word, gap, must<a_cell_test>>, gap, must<or_in_cell>> {};
struct cell_condition : seq<cell_test, sor<cell_and, cell_or, success>> {};
struct cell          : sor<cell_any, cell_bounds, cell_values, cell_value, cell_condition> {};
struct a_cell        : whole<cell> {};

// `M1. | g1 | naive | any | 8 weeks`
struct table_row     : seq<sor<label, row_word>, gap, must<a_bar>, gap, must<a_cell>, star<gap, bar, gap, must<a_cell>>,
    must<line_close>> {};
struct table_otherwise : seq<word<"otherwise">, gap, must<an_expression>, must<line_close>> {};
struct a_row         : failure {};
struct table_line    : sor<table_row, table_otherwise, must<a_row>> {};
// An item, which has a text behind its label, shows that the table lacks its `end`
struct item_behind   : seq<label, gap, one<'"'>, star<not_at<sor<bar, eolf>>, any>, eolf> {};
struct table_lines   : seq<recovered<table_columns>, lines_of<table_line, item_behind>, must<group_end>> {};
struct table         : seq<at<table_opening>, table_word, opt<gap, takes>, must<group_line_end>, table_lines> {};
// clang-format on

}  // namespace pol::grammar
