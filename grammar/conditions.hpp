#pragma once

// Conditions: what is asked of the facts of a request.
//
// A condition stands on one line, or is a group with one condition a line, closed by `end`. A line holds either `and`
// or `or`, never both but for what stands in parentheses, and with them neither `attested` nor `unless`: where they are
// to be combined, a group says how. The rules `unmixed…` stop such a line at the word that is too much. A line with `if
// … then` holds nothing else. See docs/grammar.md, "Conditions".

#include "grammar/expressions.hpp"

namespace pol::grammar {

// clang-format off
struct age_word      : word<"age"> {};
struct if_word       : word<"if"> {};
struct not_word      : word<"not"> {};
struct or_word       : word<"or"> {};
struct then_word     : word<"then"> {};
struct unless_word   : word<"unless"> {};

// The least evidence of what follows. `claimed` and `documented` can be names, too: `documented is yes`
struct level_claimed  : word<"claimed"> {};
struct level_attested : word<"attested"> {};
struct level_documented : word<"documented"> {};
struct level          : sor<level_claimed, level_attested, level_documented> {};
struct level_opening  : sor<level_attested, seq<sor<level_claimed, level_documented>, plus<blank>, not_at<is_word>,
    lower>> {};

// Comparisons
struct comparison_is_not      : seq<not_word> {};
struct comparison_is_one_of   : words<"one", "of"> {};
struct comparison     : sor<comparison_at_least, comparison_at_most, comparison_more_than, comparison_less_than,
    comparison_is_not> {};

// `diagnosis is als`, `specialty is one of neurology, als_specialist`, `fibrosis is at least f1`, `weight is at least
// 30 kg`, `onset is before date_of_service`
struct value_list     : seq<comparison_is_one_of, gap, must<a_value>, others<a_value>> {};
struct value_or_amount : sor<yes_value, no_value, seq<not_at<lone_digits>, codes>, expression> {};
struct a_value_or_amount : whole<value_or_amount> {};
struct compared       : seq<comparison, gap, must<a_value_or_amount>> {};
struct related_day    : seq<at<relation_opening>, day_relation> {};
struct compared_value : whole<sor<value_list, related_day, compared, value_or_amount>> {};
struct fact_test      : seq<name, gap, is_word, gap, must<compared_value>> {};

// `dose / weight is at most 6 mg/kg`, `hemoglobin measured within 30 days before date_of_request is less than 10 g/dL`
struct value_is       : whole<is_word> {};
struct compared_amount : whole<expression> {};
struct quantity_test  : seq<at<value_opening>, expression, gap, must<value_is>, gap, opt<comparison, gap>,
    must<compared_amount>> {};

// `pregnancy_test measured within 30 days before date_of_request is one of negative, unclear`; a lone name behind `is`
// could be that of a number, too
struct dated_value    : sor<value_list, seq<opt<comparison, gap>, sor<yes_value, no_value>>> {};
struct dated_test     : seq<measured_value, gap, is_word, gap, dated_value> {};

// `age at date_of_service is at least 18 years`
struct age_at         : whole<at_word> {};
struct age_is         : whole<is_word> {};
struct an_age         : whole<duration> {};
struct age_test       : seq<age_word, gap, must<age_at>, gap, must<a_day>, gap, must<age_is>, gap,
    opt<comparison, gap>, must<an_age>> {};

struct test           : sor<count_test, age_test, fact_test, dated_test, quantity_test> {};

// What cannot stand among the tests of one line
struct quantifier_opening : sor<seq<not_at<count_opening>, words<"at", "least">>, words<"all", "of">,
    words<"any", "of">, words<"none", "of">> {};
struct no_attested    : not_at<level_opening> {};
struct no_group       : not_at<quantifier_opening> {};
struct no_if          : not_at<if_word> {};

// `(a is yes and b is no) or c is yes`: parentheses say what belongs together on a line; a count of entries, which
// takes the rest of its line, ends with them. They are told from those of a value by what stands behind them or, left
// open, by how they begin.
template <int Depth> struct parentheses;
struct line_goes_on   : seq<sor<word<"and">, word<"or">, one<',', '+', '-', '*', '/'>>, trailing, eol,
    star<blank_line>> {};
struct inner_sign     : sor<line_goes_on, seq<not_at<sor<one<'(', ')', '#'>, eolf>>, any>> {};
template <int Depth> struct parentheses : seq<one<'('>, star<sor<parentheses<Depth - 1>, inner_sign>>, one<')'>> {};
template <> struct parentheses<0> : failure {};
using outer_parentheses = parentheses<4>;
struct left_open_tests : seq<not_at<outer_parentheses>, one<'('>, gap,
    sor<seq<plain_name, gap, is_word>, age_word, count_opening, quantifier_opening, level_opening, if_word>> {};
struct tests_opening  : seq<not_at<printed_label>, sor<left_open_tests,
    seq<outer_parentheses, gap, not_at<sor<is_word, goes_on_value>>>>> {};
struct conjunction;
struct disjunction;
struct tests_in_parentheses;
struct closing_of_tests : one<')'> {};
struct joined_on      : whole<gap, sor<conjunction, disjunction>> {};
struct first_in_parentheses : whole<sor<tests_in_parentheses, test>> {};
struct tests_in_parentheses : seq<at<tests_opening>, one<'('>, gap, must<no_attested>, must<no_group>, must<no_if>,
    sor<seq<at<count_opening>, count_test>, seq<must<first_in_parentheses>, must<joined_on>>>, gap,
    must<closing_of_tests>> {};
struct a_test         : whole<sor<tests_in_parentheses, test>> {};

// `all of`, `any of`, `none of`, `at least 2 of`
struct least_of_group : whole<least_word> {};
struct all_of         : seq<word<"all">, gap, must<of_group>> {};
struct any_of         : seq<word<"any">, gap, must<of_group>> {};
struct none_of        : seq<word<"none">, gap, must<of_group>> {};
struct at_least_of    : seq<not_at<count_opening>, at_word, gap, must<least_of_group>, gap, must<a_number>, gap, must<of_group>> {};
struct quantifier     : sor<all_of, any_of, none_of, at_least_of> {};
struct group_line_end : whole<next_line> {};

// A group holds conditions, one a line, to its `end`. Anything that cannot be one shows that `end` is missing.
struct condition;
struct a_condition;
struct not_in_word    : words<"not", "in"> {};
struct dose_opening   : seq<word<"dose">, plus<blank>, digit> {};
struct quantity_opening : seq<word<"quantity">, plus<blank>, not_at<sor<reserved, measured_word, rounded_word>>,
    alnum> {};
struct group_stop     : sor<block_stop, label, reserved_statement, not_in_word, dose_opening, quantity_opening,
    seq<not_at<reserved>, plain_name, plus<blank>, sor<word<"requires">, word<"approve">>>> {};
struct member_condition : seq<must<a_condition>, must<line_close>> {};
struct condition_lines : star<not_at<group_stop>, recovered<member_condition>> {};
struct group_end      : whole<end_word> {};
struct condition_group : seq<quantifier, must<group_line_end>, condition_lines, must<group_end>> {};

// The forms of one line
struct no_count       : not_at<count_opening> {};
struct joined_test    : seq<more, must<no_attested>, must<no_count>, must<no_group>, must<no_if>, must<a_test>> {};
struct unmixed_and    : not_at<or_word> {};
struct unmixed_or     : not_at<and_word> {};
struct unmixed_unless : not_at<sor<unless_word, level_opening>> {};
struct unmixed_line   : not_at<sor<and_word, or_word>> {};
struct single_unless  : not_at<unless_word> {};
struct conjunction    : seq<plus<gap, and_word, joined_test>, gap, must<unmixed_and>, must<unmixed_unless>> {};
struct disjunction    : seq<plus<gap, or_word, joined_test>, gap, must<unmixed_or>, must<unmixed_unless>> {};

struct attested_body  : whole<sor<condition_group, test>> {};
struct attested       : seq<at<level_opening>, level, gap, must<attested_body>> {};
struct operand        : sor<attested, condition_group, test> {};
struct an_exception   : whole<operand> {};
struct exception      : seq<unless_word, gap, must<an_exception>> {};
struct guarded        : seq<sor<attested, condition_group>, gap, must<unmixed_line>,
    opt<exception, gap, must<unmixed_line>, must<single_unless>>> {};
// What entries are asked, and nothing behind a count: `no trials where … unless …` could mean two things
struct tests_of_line  : sor<seq<tests_in_parentheses, must<joined_on>>, seq<test, sor<conjunction, disjunction, success>>> {};
struct counted_body   : whole<sor<condition_group, tests_of_line>> {};
struct counted_alone  : not_at<sor<and_word, or_word, unless_word>> {};
struct counted        : seq<count_test, gap, must<counted_alone>> {};
struct plain          : sor<seq<tests_in_parentheses, must<joined_on>>, seq<test, sor<conjunction, disjunction,
    seq<gap, exception, gap, must<unmixed_line>, must<single_unless>>, success>>> {};

// `if on_spinraza is yes then deteriorated is yes`, with a group in the second place, too
struct a_premise      : whole<test> {};
struct one_premise    : not_at<sor<and_word, or_word, unless_word>> {};
struct premise_then   : whole<then_word> {};
struct a_conclusion   : whole<sor<condition_group, test>> {};
struct one_conclusion : not_at<sor<and_word, or_word, unless_word>> {};
struct if_then        : seq<if_word, gap, must<a_premise>, gap, must<one_premise>, must<premise_then>, gap,
    must<a_conclusion>, gap, must<one_conclusion>> {};

struct condition      : sor<if_then, counted, guarded, plain> {};
struct a_condition    : whole<condition> {};
// clang-format on

}  // namespace pol::grammar
