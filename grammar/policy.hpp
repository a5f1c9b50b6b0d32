#pragma once

// A policy: its header and its blocks. See docs/grammar.md, "Policy" and "Blocks".

#include "grammar/declarations.hpp"

namespace pol::grammar {

// clang-format off
// Header
struct policy_number  : seq<word<"number">, gap, must<a_text>> {};
struct plan_import    : seq<plan_word, gap, must<a_name>> {};
struct facts_import   : seq<facts_word, gap, must<names>> {};
struct effective      : seq<word<"effective">, gap, must<a_month>> {};
struct reviewed       : seq<word<"reviewed">, gap, must<a_date>> {};
struct text_from      : whole<from_word> {};
struct text_by        : whole<word<"by">> {};
struct through        : seq<word<"through">, gap, must<a_date>> {};
struct text_in_force  : seq<word<"text">, gap, must<text_from>, gap, must<a_date>, opt<gap, through>, gap,
    must<text_by>, gap, must<a_name>> {};
struct earlier_verdict : whole<sor<words<"not", "on", "file">, refer>> {};
struct earlier_texts  : seq<word<"earlier">, gap, must<earlier_verdict>> {};
struct header_statement : sor<policy_number, plan_import, facts_import, effective, reviewed, text_in_force,
    earlier_texts, see, reading> {};
struct a_header_line  : failure {};
struct header_line    : seq<sor<header_statement, must<a_header_line>>, star<gap, header_statement>, must<line_close>> {};
struct policy_word    : word<"policy"> {};
struct policy_opening : seq<policy_word, gap, must<block_name>, gap, must<block_title>, must<line_close>> {};
struct policy_header  : block_of<policy_word, policy_opening, header_line> {};

// A block of one line may stand on its opening line, without `end`: a drug, the gate, the boxes
struct quoted_words   : seq<one<'"'>, star<sor<seq<one<'\\'>, any>, seq<not_at<sor<one<'"'>, eolf>>, any>>>, one<'"'>> {};

// Drug
struct code_from      : seq<from_word, gap, must<a_date>> {};
struct code_validity  : seq<opt<gap, code_from>, opt<gap, through>> {};
struct drug_attributes : seq<code_validity, opt<gap, not_in_document>> {};
struct hcpcs_system   : word<"hcpcs"> {};
struct cpt_system     : word<"cpt"> {};
struct per_unit       : whole<words<"per", "unit">> {};
struct unit_amount    : seq<one<'='>, gap, must<an_amount>, gap, must<a_unit>, gap, must<per_unit>> {};
struct another_product : seq<gap, one<','>, more, name> {};
struct billed_for     : seq<for_word, gap, must<a_name>, star<another_product>> {};
struct listed_code    : seq<code, opt<gap, billed_for>> {};
struct a_listed_code  : whole<listed_code> {};
struct billing_code   : seq<sor<hcpcs_system, cpt_system>, gap, must<a_listed_code>, others<a_listed_code>,
    opt<gap, unit_amount>, drug_attributes> {};
struct package_volume : seq<word<"in">, gap, must<an_amount>, gap, must<a_unit>> {};
struct package        : seq<not_at<word<"through">>, name> {};
struct package_amount : seq<one<'='>, gap, must<an_amount>, gap, must<a_unit>, opt<gap, package_volume>,
    opt<gap, package>> {};
struct package_code   : seq<word<"ndc">, gap, must<a_code>, opt<gap, package_amount>, drug_attributes> {};
struct a_drug_code    : failure {};
struct drug_line      : seq<sor<billing_code, package_code, must<a_drug_code>>, must<line_close>> {};
struct drug_word      : word<"drug"> {};
struct by_product     : seq<word<"by">, gap, must<a_name>> {};
struct drug_words     : seq<drug_word, gap, must<block_name>, gap, must<block_title>, opt<gap, by_product>> {};
struct drug_opening   : seq<drug_words, must<line_close>> {};
struct drug_on_line   : seq<drug_words, gap, drug_line> {};
struct code_behind    : seq<drug_word, gap, plain_name, gap, quoted_words, opt<gap, word<"by">, gap, plain_name>, gap,
    sor<word<"hcpcs">, word<"cpt">, word<"ndc">>> {};
struct drug_block     : sor<seq<at<code_behind>, recovered<drug_on_line>>,
    block_of<drug_word, drug_opening, drug_line>> {};

// Gate
struct gate_word      : word<"gate"> {};
struct gate_opening   : seq<gate_word, gap, must<block_title>, must<line_close>> {};
struct gate_on_line   : seq<gate_word, gap, must<block_title>, gap, statement_line> {};
struct outcome_behind : seq<gate_word, gap, quoted_words, gap, not_at<sor<one<'#'>, eolf>>> {};
struct gate_block     : sor<seq<at<outcome_behind>, recovered<gate_on_line>>,
    block_of<gate_word, gate_opening, statement_line>> {};

// Applies to: boxes, several a line; the benefits; readings
struct ticked_box     : seq<string<'[', 'x', ']'>, gap, must<a_name>> {};
struct empty_box      : seq<string<'[', ' ', ']'>, gap, must<a_name>> {};
struct box            : sor<ticked_box, empty_box> {};
struct boxes          : seq<box, star<gap, box>> {};
struct only_word      : whole<word<"only">> {};
struct listed_benefits : seq<name, gap, sor<at<one<','>>, must<only_word>>, others<a_name>, star<gap, see>> {};
struct benefits_see   : seq<see, star<gap, see>> {};
struct an_applies_line : failure {};
struct applies_line   : seq<sor<boxes, reading, benefits_see, listed_benefits, must<an_applies_line>>,
    must<line_close>> {};
struct applies_word   : word<"applies"> {};
struct applies_lines_of : whole<to_word> {};
struct applies_opening : seq<applies_word, gap, must<applies_lines_of>, must<line_close>> {};
struct applies_on_line : seq<applies_word, gap, must<applies_lines_of>, gap, sor<boxes, must<an_applies_line>>,
    must<line_close>> {};
struct box_behind     : seq<applies_to, gap, one<'['>> {};
struct applies_block  : sor<seq<at<box_behind>, recovered<applies_on_line>>,
    block_of<applies_word, applies_opening, applies_line>> {};

// Definitions: a condition, a value or a day, or one of these by cases
struct case_otherwise : word<"otherwise"> {};
struct case_when      : whole<sor<case_otherwise, seq<when_word, gap, must<a_condition>>>> {};
struct a_case         : whole<sor<written_day, expression>> {};
struct defined_case   : seq<must<a_case>, gap, must<case_when>, must<line_close>> {};
// `4 weeks when indication is si otherwise 6 months`
struct condition_of_line : whole<not_at<quantifier_opening>, condition> {};
struct otherwise_behind : whole<word<"otherwise">> {};
struct other_value    : whole<sor<written_day, expression>> {};
struct cases_of_line  : plus<gap, when_word, gap, must<condition_of_line>, gap, must<otherwise_behind>, gap,
    must<other_value>> {};
struct first_of       : seq<words<"first", "of">, opt<gap, not_in_document>, must<group_line_end>,
    lines_of<defined_case>, must<group_end>> {};
struct defined_table  : seq<at<table_opening>, table_word, opt<gap, takes>, opt<gap, not_in_document>,
    must<group_line_end>, table_lines> {};
struct sourced_group  : seq<quantifier, gap, not_in_document, must<group_line_end>, condition_lines,
    must<group_end>> {};
struct defined_condition : sor<sourced_group, seq<must<a_condition>, opt<gap, not_in_document>>> {};
struct defined_value  : sor<first_of, defined_table,
    seq<sor<written_day, must<an_expression>>, opt<gap, cases_of_line>, opt<gap, not_in_document>>> {};
struct means_or_equals : failure {};
struct define_body    : sor<seq<word<"means">, more, defined_condition>, seq<one<'='>, more, defined_value>,
    must<means_or_equals>> {};
struct define_word    : word<"define"> {};
struct defined_of     : seq<word<"of">, gap, must<a_name>> {};
struct define_block   : seq<define_word, gap, must<block_name>, opt<gap, phrase>, opt<gap, defined_of>, gap, define_body,
    must<line_close>> {};

// Sections and guidelines
struct section_word   : word<"section"> {};
struct section_title  : seq<text> {};
struct section_opening : seq<section_word, gap, must<a_block_id>, opt<gap, section_title>, opt<gap, for_lines>,
    must<line_close>> {};
struct section_block  : block_of<section_word, section_opening, statement_line> {};
struct guidelines_word : word<"guidelines"> {};
struct guidelines_opening : seq<guidelines_word, gap, must<a_block_id>, must<line_close>> {};
struct guidelines_block : block_of<guidelines_word, guidelines_opening, statement_line> {};

// History
struct history_text   : whole<text> {};
struct history_row    : seq<date, gap, must<history_text>> {};
struct a_history_row  : failure {};
struct history_line   : seq<sor<history_row, reading, must<a_history_row>>, must<line_close>> {};
struct history_word   : word<"history"> {};
struct history_opening : seq<history_word, must<line_close>> {};
struct history_block  : block_of<history_word, history_opening, history_line> {};
// clang-format on

}  // namespace pol::grammar
