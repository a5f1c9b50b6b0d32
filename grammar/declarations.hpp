#pragma once

// What policies share: a plan's lines of business, benefits, requests and calendar, and the facts of a field.
// See docs/grammar.md, "Plan" and "Facts".

#include "grammar/statements.hpp"

namespace pol::grammar {

// clang-format off
// Facts: one a line, attributes behind it or on lines of their own below it
struct ask            : seq<word<"ask">, gap, must<a_text>> {};
struct implies        : seq<word<"implies">, gap, must<names>> {};
struct code_system    : word<"icd10cm"> {};
struct code_for       : whole<for_word> {};
struct code_attribute : seq<code_system, gap, must<a_code>, gap, must<code_for>, gap, must<a_name>> {};
struct not_before     : seq<words<"not", "before">, gap, must<a_name>> {};
struct fact_attribute : sor<ask, implies, code_attribute, not_before, not_in_document> {};
struct fact_attributes : star<gap, fact_attribute> {};
struct yes_no_type    : seq<yes_value, one<'/'>, no_value> {};
struct value_declaration : seq<name, opt<gap, text>> {};
struct a_value_declaration : whole<value_declaration> {};
struct one_of_type    : seq<words<"one", "of">, gap, must<a_value_declaration>, others<a_value_declaration>> {};
struct scale_type     : seq<words<"scale", "of">, gap, must<a_value_declaration>, others<a_value_declaration>> {};
struct in_unit        : seq<word<"in">, gap, must<a_unit>> {};
struct bounds_and     : whole<and_word> {};
// Bounds may lie below 0.
struct fact_bound     : seq<opt<one<'-'>>, decimal_shape> {};
struct a_fact_bound   : whole<fact_bound> {};
struct bounds         : seq<word<"between">, gap, must<a_fact_bound>, gap, must<bounds_and>, more, must<a_fact_bound>> {};
struct number_type    : seq<word<"number">, opt<gap, in_unit>, opt<gap, bounds>> {};
struct measured_type  : seq<measured_word, opt<gap, in_unit>, opt<gap, bounds>> {};
struct date_type      : word<"date"> {};
struct measured_choice : seq<measured_word, gap, sor<yes_no_type, one_of_type, scale_type>> {};
struct fact_system    : sor<word<"icd10cm">, word<"hcpcs">, word<"cpt">, word<"ndc">> {};
struct code_word      : whole<word<"code">> {};
struct code_type      : seq<fact_system, gap, must<code_word>> {};
struct fact_type      : whole<sor<yes_no_type, one_of_type, scale_type, number_type, measured_choice, measured_type,
    date_type, code_type>> {};
struct phrase         : seq<text> {};
struct fact_declaration : seq<name, gap, one<':'>, gap, must<fact_type>, opt<gap, phrase>, fact_attributes,
    must<line_close>> {};
struct fact_attribute_line : seq<sor<phrase, fact_attribute>, fact_attributes, must<line_close>> {};

// `trials : list of "…"`, a field a line; attributes before the first field are those of the list
struct list_opening   : words<"list", "of"> {};
struct list_phrase    : whole<text> {};
struct derived_declaration;
struct a_field        : failure {};
struct field_line     : sor<fact_attribute_line, derived_declaration, fact_declaration, must<a_field>> {};
struct list_type      : seq<list_opening, gap, must<list_phrase>, fact_attributes, must<group_line_end>,
    lines_of<field_line>, must<group_end>> {};
struct list_declaration : seq<name, gap, one<':'>, gap, at<list_opening>, must<list_type>, must<line_close>> {};

// `class : derived from drug`, a group of its values a line
struct derived_opening : words<"derived", "from"> {};
struct otherwise_word : word<"otherwise"> {};
struct group_values   : seq<value, others<a_value>> {};
struct grouped        : whole<sor<otherwise_word, group_values>> {};
struct value_group    : seq<name, opt<gap, text>, gap, must<grouped>, must<line_close>> {};
struct a_value_group  : failure {};
struct value_group_line : sor<value_group, must<a_value_group>> {};
// A fact shows that the groups of the one before lack their `end`
struct fact_behind    : seq<plain_name, gap, one<':'>, gap, sor<seq<yes_value, one<'/'>>, words<"one", "of">,
    words<"scale", "of">, word<"number">, measured_word, date_type, seq<fact_system, gap, word<"code">>, list_opening,
    derived_opening>> {};
struct derived_type   : seq<derived_opening, gap, must<a_name>, opt<gap, not_in_document>, must<group_line_end>,
    lines_of<value_group_line, fact_behind>, must<group_end>> {};
struct derived_declaration : seq<name, gap, one<':'>, gap, at<derived_opening>, must<derived_type>,
    must<line_close>> {};

struct a_fact         : failure {};
struct fact_line      : sor<fact_attribute_line, list_declaration, derived_declaration, fact_declaration,
    must<a_fact>> {};

struct facts_word     : word<"facts"> {};
struct facts_from     : whole<from_word> {};
struct source_plan    : word<"plan"> {};
struct source_provider : word<"provider"> {};
struct fact_source    : whole<sor<source_plan, source_provider>> {};
struct facts_name     : seq<name> {};
struct facts_opening  : seq<facts_word, gap, opt<facts_name, gap>, must<facts_from>, gap, must<fact_source>,
    must<line_close>> {};
struct facts_block    : block_of<facts_word, facts_opening, fact_line> {};

// The plan
struct members_under  : whole<word<"under">> {};
struct product_rule   : seq<word<"members">, gap, must<members_under>, gap, must<a_duration>> {};
struct line_attribute : sor<product_rule, not_in_document> {};
struct line_attributes : star<gap, line_attribute> {};
struct line_title     : whole<text> {};
struct line_declaration : seq<name, gap, must<line_title>, line_attributes, must<line_close>> {};
struct line_attribute_line : seq<line_attribute, line_attributes, must<line_close>> {};
struct a_line_of_business : failure {};
struct line_of_business : sor<line_attribute_line, line_declaration, must<a_line_of_business>> {};
struct lines_of_business_words : words<"lines", "of", "business"> {};
// What else a plan has shows that one of its blocks lacks its `end`
struct plan_behind    : sor<
    seq<sor<word<"benefits">, word<"requests">, facts_word, words<"evidence", "is">>, plus<blank>, not_at<one<'"'>>>,
    seq<word<"calendar">, line_of_words>,
    seq<plain_name, plus<blank>, words<"not", "before">>> {};
struct lines_block    : seq<lines_of_business_words, must<line_close>, lines_of<line_of_business, plan_behind>, must<block_end>,
    must<line_close>> {};

struct take_last_day  : words<"take", "the", "last", "day"> {};
struct take_first_of_next : words<"take", "the", "first", "of", "the", "next"> {};
struct month_rule     : whole<sor<take_last_day, take_first_of_next>> {};
struct leap_march     : seq<one<'1'>, plus<blank>, word<"March">> {};
struct leap_february  : seq<string<'2', '8'>, plus<blank>, word<"February">> {};
struct leap_rule      : whole<sor<leap_march, leap_february>> {};
struct short_months   : seq<words<"short", "months">, gap, must<month_rule>> {};
struct leap_birthday  : seq<words<"leap", "birthday">, gap, must<leap_rule>> {};
struct a_calendar_rule : failure {};
struct calendar_line  : seq<sor<short_months, leap_birthday, must<a_calendar_rule>>, must<line_close>> {};
struct calendar_block : seq<word<"calendar">, must<line_close>, lines_of<calendar_line, plan_behind>, must<block_end>,
    must<line_close>> {};

struct benefits       : seq<word<"benefits">, gap, must<names>> {};
struct requests       : seq<word<"requests">, gap, must<names>> {};
struct a_plan_line    : failure {};
struct day_order      : seq<name, plus<blank>, not_before> {};
struct plan_statement : seq<sor<benefits, requests, evidence_rule, day_order>, must<line_close>> {};
struct plan_line      : sor<lines_block, calendar_block, facts_block, plan_statement, must<a_plan_line>> {};
struct block_name     : whole<name> {};
struct block_title    : whole<text> {};
struct plan_word      : word<"plan"> {};
struct plan_opening   : seq<plan_word, gap, must<block_name>, gap, must<block_title>, must<line_close>> {};
struct plan_block     : block_of<plan_word, plan_opening, plan_line> {};
// clang-format on

}  // namespace pol::grammar
