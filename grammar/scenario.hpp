#pragma once

// Scenarios and checks: examples with what must come out, and what must hold for every request.
// See docs/grammar.md, "Scenarios".

#include "grammar/policy.hpp"

namespace pol::grammar {

// clang-format off
// What a request says
struct not_given      : words<"not", "given"> {};
struct not_knowable   : words<"not", "knowable"> {};
struct a_part_of_date : whole<sor<date, month_date, year_date>> {};
struct given_measurement : seq<sor<quantity, value>, gap, on_word, gap, must<a_part_of_date>> {};
struct given_year     : seq<year_date, not_at<gap, quantity_unit_shape>> {};
struct given_quantity : seq<not_at<zero_code>, quantity, not_at<sor<one<'-', '/', '.'>>>> {};
struct given_value    : whole<sor<date, month_date, given_measurement, given_year, given_quantity, not_given,
    not_knowable, value>> {};
// Entries of a list, `trials (drug sertraline, length 8 weeks), (drug venlafaxine)`, and one field of an entry,
// `trials.2.length 6 weeks`
struct entry_field    : seq<name, gap, must<given_value>> {};
struct an_entry_field : whole<entry_field> {};
struct entry          : seq<one<'('>, gap, must<an_entry_field>, others<an_entry_field>, gap,
    must<closing_parenthesis>> {};
struct entries        : seq<entry, star<gap, one<','>, more, entry>> {};
struct field_sign     : one<'.'> {};
struct an_entry_number : whole<number> {};
struct changed_field  : seq<name, one<'.'>, must<an_entry_number>, must<field_sign>, must<a_name>> {};
struct assignment     : sor<seq<changed_field, gap, must<given_value>>,
    seq<name, gap, sor<entries, must<given_value>>, opt<gap, level>>> {};
struct an_assignment  : whole<assignment> {};
struct assignments    : seq<assignment, others<an_assignment>> {};
struct scenario_level : seq<word<"evidence">, gap, must<a_level>> {};
struct like_name      : whole<text> {};
struct except_assignments : whole<assignments> {};
struct like           : seq<word<"like">, gap, must<like_name>, opt<gap, word<"except">, more,
    must<except_assignments>>> {};

// What must come out
struct expect         : seq<word<"expect">, gap, must<an_outcome>> {};
struct period_through : whole<word<"through">> {};
struct expect_period  : seq<from_word, gap, must<a_date>, gap, must<period_through>, gap, must<a_date>> {};
// Fields can be called so, and no fact: a line of a scenario that begins with it is an expectation
struct doses_word     : word<"doses"> {};
struct units_word     : word<"units"> {};
struct expect_doses   : seq<doses_word, gap, must<a_number>> {};
struct unit_or_code   : whole<sor<seq<unit, not_at<one<'-', '.'>>>, code>> {};
struct expect_units   : seq<units_word, gap, must<an_amount>, gap, must<unit_or_code>> {};
struct expected_amount : seq<word<"quantity">, plus<blank>, sor<name, code>, plus<blank>, at<digit>> {};
struct expect_quantity : seq<expected_amount, must<a_quantity>> {};
struct clause_list    : seq<must<an_item_range>, star<gap, one<','>, more, item_range>> {};
struct expect_met     : seq<word<"met">, gap, clause_list> {};
struct expect_failing : seq<word<"failing">, gap, clause_list> {};
struct expect_by      : seq<word<"by">, gap, clause_list> {};
struct on_file        : whole<words<"text", "on", "file">> {};
struct expect_no_text : seq<word<"no">, gap, must<on_file>> {};
struct possible_outcome : seq<outcome, opt<gap, open_word>> {};
struct a_possible_outcome : whole<possible_outcome> {};
struct expect_possible : seq<word<"possible">, gap, must<a_possible_outcome>, star<gap, one<','>, more,
    possible_outcome>> {};
struct outcome_is_a_denial : whole<words<"outcome", "is", "a", "denial">> {};
struct expect_all_denials : seq<word<"every">, gap, must<outcome_is_a_denial>> {};
struct ask_answer     : word<"answer"> {};
struct ask_attest     : word<"attest"> {};
struct ask_document   : word<"document"> {};
struct ask_exact_date : words<"exact", "date"> {};
struct ask_measure_again : words<"measure", "again"> {};
struct ask_resolve    : word<"resolve"> {};
struct asked_field    : seq<name, one<'.'>, must<a_name>> {};
struct ask_kind       : seq<sor<ask_answer, ask_attest, ask_document, ask_exact_date, ask_measure_again, ask_resolve>,
    plus<blank>, at<sor<asked_field, name>>> {};
struct question       : seq<opt<ask_kind>, sor<asked_field, name>> {};
struct a_question     : whole<question> {};
struct expect_ask     : seq<word<"ask">, gap, must<a_question>, others<a_question>> {};
struct expectation    : sor<expect_period, expect_doses, expect_units, expect_quantity, expect_met, expect_failing, expect_by,
    expect_no_text, expect_possible, expect_all_denials, expect_ask> {};
struct an_expectation : whole<expectation> {};
struct expectations   : seq<expectation, others<an_expectation>> {};

struct a_scenario_line : failure {};
struct scenario_line  : seq<sor<scenario_level, like, expect, expectations, assignments, must<a_scenario_line>>,
    must<line_close>> {};
struct scenario_word  : word<"scenario"> {};
struct scenario_opening : seq<scenario_word, gap, must<block_title>, must<line_close>> {};
struct scenario_block : block_of<scenario_word, scenario_opening, scenario_line> {};

// What must hold always
struct never_word     : whole<word<"never">> {};
struct never_when     : whole<when_word> {};
struct never_check    : seq<word<"check">, gap, must<never_word>, gap, must<an_outcome>, gap, must<never_when>, gap,
    must<a_condition>, must<line_close>> {};

// What the author has seen and leaves as it is
struct accepted_at    : whole<word<"at">> {};
struct accepted_because : whole<word<"because">> {};
struct accepted_finding : seq<word<"accepted">, gap, must<a_finding_code>, gap, must<accepted_at>, gap, must<an_item>, gap,
    must<accepted_because>, gap, must<a_text>, must<line_close>> {};
// clang-format on

}  // namespace pol::grammar
