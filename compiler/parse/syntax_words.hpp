#pragma once

// The smaller rules of the grammar that leave a node in the tree: words, and what values and days are made of. See
// syntax.hpp.

// clang-format off
#define POL_SYNTAX_WORDS(X) \
    X(text) X(number) X(decimal) X(date) X(month_date) X(year_date) X(day_unit) X(week_unit) X(month_unit) \
    X(year_unit) X(duration) X(name) X(yes_value) X(no_value) X(block_id) X(code) X(codes) X(unit) X(label) X(item_reference) \
    X(local_reference) X(item_range) X(local_range) X(end_word)

#define POL_SYNTAX_VALUES(X) \
    X(quantity_amount) X(quantity) X(day_operand) X(month_name) X(last_word) X(next_word) X(earlier_of) X(later_of) \
    X(before_word) X(after_word) X(within_word) X(on_or) X(on_word) \
    X(day_relation) X(closing_parenthesis) X(elapsed) X(measured_value) X(times_sign) X(divided_sign) X(product) \
    X(rounded_up) X(rounded_down) X(rounded_nearest) X(rounding) X(term) X(plus_sign) X(minus_sign) X(sum) \
    X(lesser_of) X(greater_of) X(extreme) X(number_of) X(sum_of) X(average_of) X(least_of) X(greatest_of) X(latest_of) \
    X(earliest_of)

#define POL_SYNTAX_ENTRIES(X) \
    X(count_none) X(distinct) X(where) X(ordered_by) X(list_declaration) X(derived_declaration) X(otherwise_word) X(value_group) \
    X(entry_field) X(entry) X(entries) X(changed_field) X(asked_field)

#define POL_SYNTAX_TABLES(X) \
    X(table_word) X(tie_longest) X(tie_shortest) X(tie_greatest) X(tie_least) X(head_age) X(head_when) X(head_result) \
    X(table_columns) X(cell_any) X(cell_bound) X(cell_bounds) X(cell_not) X(cell_values) X(negated_name) X(cell_and) \
    X(cell_or) X(cell_condition) X(table_row) X(table_otherwise)
// clang-format on
