#pragma once

// One file: a plan, the facts of a field, or a policy with its blocks. This is where reading begins.

#include "grammar/scenario.hpp"

namespace pol::grammar {

// clang-format off
struct block          : sor<drug_block, gate_block, applies_block, define_block, section_block, guidelines_block, history_block,
    scenario_block, never_check, accepted_finding> {};
struct a_block        : failure {};
struct policy_blocks  : star<not_at<eof>, recovered<sor<block, must<a_block>>>> {};
struct end_of_file    : whole<eof> {};
struct after_file     : recovered<must<end_of_file>> {};
struct plan_file      : seq<at<plan_word>, recovered<plan_block>, opt<after_file>> {};
struct facts_file     : seq<at<facts_word>, recovered<facts_block>, opt<after_file>> {};
struct policy_file    : seq<at<policy_word>, recovered<policy_header>, policy_blocks> {};
struct a_declaration  : failure {};
struct unknown_file   : recovered<must<a_declaration>> {};
struct file           : seq<first_line, sor<plan_file, facts_file, policy_file, unknown_file, success>> {};

// Where reading may go on behind a broken line. `resumption` holds for certain, `possible_resumption` most of the time.
struct header_word    : sor<plan_word, facts_word, seq<word<"text">, gap, from_word>, word<"number">,
    word<"effective">, word<"reviewed">, word<"earlier">, word<"benefits">, word<"requests">, word<"calendar">,
    lines_of_business_words, hcpcs_system, cpt_system, word<"ndc">> {};
struct named_line     : seq<name, gap, sor<is_word, requires_word, approve_word, one<':', '"'>>> {};
struct table_part     : seq<sor<row_word, word<"columns">>, gap, bar> {};
struct resumption     : sor<block_stop, label, reserved_statement, reserved_declaration, doses_word, units_word, quantifier_opening, count_opening,
    dose_opening, quantity_opening, seq<define_word, plus<blank>, not_at<is_word>>, header_word, table_part, one<'['>, seq<date, gap, one<'"'>>, named_line> {};
struct possible_resumption : sor<resumption, age_word, level_opening, if_word, value_opening, seq<name, plus<blank>,
    sor<digit, value, not_word, one<'(', '['>>>, seq<name, one<'.'>, alnum>> {};
// clang-format on

}  // namespace pol::grammar
