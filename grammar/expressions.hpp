#pragma once

// Numbers with their units, how days lie to one another, and what is computed of them.
//
// A unit stands behind its number, with a blank or without. `/` belongs to the unit where a letter follows it at once;
// the `/` of a division has blanks around it. `-` belongs to the number where a digit follows it at once; behind the
// `-` of a subtraction stands a blank. `in` is the unit of length unless a unit follows that a value is shown
// in. The usual precedence: `*` and `/` before `+` and `-`, from the left; `rounded …` ends a product. See
// docs/grammar.md, "Numbers and days".

#include "grammar/days.hpp"
#include "grammar/entries.hpp"

namespace pol::grammar {

// clang-format off
struct and_word      : word<"and"> {};
struct is_word       : word<"is"> {};
struct measured_word : word<"measured"> {};
struct on_word       : word<"on"> {};
struct rounded_word  : word<"rounded"> {};

// Comparisons that take an amount
struct comparison_more_than : words<"more", "than"> {};
struct comparison_less_than : words<"less", "than"> {};

// Quantities. A unit is never a word that goes on the line: `3 and …`, `12 weeks otherwise`, `18 documented`.
struct goes_on_line   : sor<
    reserved_condition, word_of<word<"after">, word<"before">, word<"claimed">,
    word<"documented">, word<"exception">, word<"for">, word<"from">, word<"on">,
    word<"otherwise">, word<"per">, word<"printed">, word<"rounded">,
    word<"see">, word<"until">, word<"when">>> {};
struct quantity_unit_shape;
struct shown_in_unit  : seq<word<"in">, plus<blank>, quantity_unit_shape> {};
struct quantity_unit_shape : seq<not_at<goes_on_line>, not_at<shown_in_unit>, unit_shape> {};
struct quantity_unit  : seq<at<quantity_unit_shape>, unit> {};
struct amount_shape   : seq<plus<digit>, opt<one<'.'>, plus<digit>>> {};
struct date_shape     : seq<rep<4, digit>, one<'-'>, rep<2, digit>, date_end> {};
struct day_shape      : seq<rep<4, digit>, one<'-'>, rep<2, digit>, one<'-'>> {};
struct signed_shape   : seq<opt<one<'-'>>, amount_shape> {};
struct quantity_amount : seq<signed_shape> {};
struct quantity       : seq<not_at<sor<date_shape, day_shape>>, quantity_amount, opt<gap, quantity_unit>,
    not_at<identifier_other>> {};
struct a_quantity     : whole<quantity> {};

// How one day lies to another
struct within_word    : word<"within"> {};
struct on_or          : words<"on", "or"> {};
struct distance       : sor<within_word, comparison_at_least, comparison_more_than, comparison_less_than> {};
struct relation_form  : sor<
    seq<on_or, plus<blank>, direction, gap, must<a_day>>,
    seq<on_word, gap, must<a_day>>,
    seq<direction, gap, must<a_day>>,
    seq<distance, gap, must<a_duration>, gap, must<a_direction>, gap, must<a_day>>> {};
struct day_relation   : seq<relation_form> {};
struct a_day_relation : whole<day_relation> {};
// Told from a value called `on` or `before`, and from a number that is compared, by what follows.
struct day_shape_begin : sor<digit, seq<not_at<reserved>, plain_name>> {};
struct relation_opening : sor<
    seq<words<"on", "or">, plus<blank>, direction_shape, plus<blank>, day_shape_begin>,
    seq<sor<word<"on">, direction_shape>, plus<blank>, day_shape_begin>,
    seq<word<"within">, plus<blank>, digit>,
    seq<sor<words<"at", "least">, words<"more", "than">, words<"less", "than">>, plus<blank>, amount_shape, gap,
        opt<quantity_unit_shape, gap>, direction_shape>> {};

// Values
struct an_expression;
struct a_sum;
struct extreme_opening : sor<words<"lesser", "of">, words<"greater", "of">> {};
struct elapsed_opening : seq<sor<word<"days">, word<"weeks">, word<"months">, word<"years">>, plus<blank>,
    word<"from">> {};
struct closing_parenthesis : one<')'> {};
struct parenthesized  : seq<one<'('>, gap, must<an_expression>, gap, must<closing_parenthesis>> {};
struct elapsed_to     : whole<word<"to">> {};
struct elapsed        : seq<at<elapsed_opening>, sor<day_unit, week_unit, month_unit, year_unit>, gap, from_word, gap,
    must<a_day>, gap, must<elapsed_to>, gap, must<a_day>> {};
struct measured_value : seq<name, gap, measured_word, gap, must<a_day_relation>> {};
struct factor         : sor<parenthesized, elapsed, aggregate, chosen_entry, quantity, measured_value, seq<not_at<extreme_opening>, name>> {};
struct a_factor       : whole<factor> {};
struct times_sign     : one<'*'> {};
struct divided_sign   : one<'/'> {};
struct product        : seq<factor, star<gap, sor<times_sign, divided_sign>, more, must<a_factor>>> {};
struct rounded_up     : words<"up", "to"> {};
struct rounded_down   : words<"down", "to"> {};
struct rounded_nearest : word<"to"> {};
struct rounded_how    : whole<sor<rounded_up, rounded_down, rounded_nearest>> {};
struct a_step         : whole<at<digit>, quantity> {};
struct rounding       : seq<rounded_word, gap, must<rounded_how>, gap, must<a_step>> {};
struct term           : seq<product, star<gap, rounding>> {};
struct a_term         : whole<term> {};
struct plus_sign      : one<'+'> {};
struct minus_sign     : seq<one<'-'>, not_at<digit>> {};
struct sum            : seq<term, star<gap, sor<plus_sign, minus_sign>, more, must<a_term>>> {};
struct a_sum          : whole<sum> {};
struct lesser_of      : words<"lesser", "of"> {};
struct greater_of     : words<"greater", "of"> {};
struct extreme_and    : whole<and_word> {};
struct extreme        : seq<sor<lesser_of, greater_of>, gap, must<a_sum>, gap, must<extreme_and>, more,
    must<a_sum>> {};
struct expression     : sor<extreme, sum> {};
struct an_expression  : whole<expression> {};

// A line begins with a value that is more than a name
struct goes_on_value  : sor<one<'+', '*', '/'>, seq<one<'-'>, blank>, measured_word, rounded_word> {};
struct printed_label  : seq<one<'('>, plus<alnum>, one<')'>, gap, one<'"'>> {};
struct value_opening  : sor<
    seq<not_at<printed_label>, one<'('>>, extreme_opening, elapsed_opening, aggregate_opening,
    chosen_opening,
    seq<not_at<reserved>, plain_name, gap, goes_on_value>,
    seq<signed_shape, gap, sor<is_word, goes_on_value, seq<not_at<reserved>, quantity_unit_shape>>>> {};
// clang-format on

}  // namespace pol::grammar
