#pragma once

// Statements: what an item, a group of items, a section, a list of guidelines or the gate states.
//
// One rule reads the statements of all of these places, and lines stand flat, one after the other: which statement
// belongs to which label, and whether it may stand there, is decided from the tree, where it can be said well. A line
// is `label "text" statement attributes`, each part optional. See docs/grammar.md, "Items" and "Statements".

#include "grammar/tables.hpp"

namespace pol::grammar {

// clang-format off
// Documents and outcomes
struct for_word       : word<"for"> {};
struct see_word       : word<"see"> {};
struct when_word      : word<"when"> {};
struct policy_kind    : word<"policy"> {};
struct lcd_kind       : word<"LCD"> {};
struct ncd_kind       : word<"NCD"> {};
struct document_number : whole<text> {};
struct address        : seq<at_word, gap, must<a_text>> {};
struct document       : sor<seq<policy_kind, gap, must<document_number>>,
    seq<sor<lcd_kind, ncd_kind>, gap, must<document_number>, opt<gap, address>>> {};
struct a_document     : whole<document> {};
struct refer_to       : whole<to_word> {};
struct approved               : word<"approved"> {};
struct criteria_not_met       : words<"criteria", "not", "met"> {};
struct not_medically_necessary : words<"not", "medically", "necessary"> {};
struct investigational        : word<"investigational"> {};
struct excluded               : word<"excluded"> {};
struct does_not_apply         : words<"does", "not", "apply"> {};
struct refer                  : seq<word<"refer">, gap, must<refer_to>, gap, must<a_document>> {};
struct review                 : word<"review"> {};
struct needs_information      : words<"needs", "information"> {};
struct outcome        : sor<excluded, criteria_not_met, not_medically_necessary, investigational, does_not_apply,
    refer, review, approved, needs_information> {};
struct an_outcome     : whole<outcome> {};

// Attributes
struct reference      : whole<sor<document, item_reference>> {};
struct for_lines      : seq<for_word, gap, must<names>> {};
struct see            : seq<see_word, gap, must<reference>, others<reference>> {};
struct printed_and    : word<"AND"> {};
struct printed_or     : word<"OR"> {};
struct connective     : whole<sor<printed_and, printed_or>> {};
struct printed        : seq<word<"printed">, gap, must<connective>> {};
struct in_document    : whole<word<"document">> {};
struct not_in_document : seq<not_in_word, gap, must<in_document>, gap, must<a_text>> {};
struct exception_target : whole<to_word> {};
struct exception_to   : seq<word<"exception">, gap, must<exception_target>, gap, must<an_item_range>,
    others<an_item_range>> {};
struct attribute      : sor<for_lines, see, printed, not_in_document, exception_to> {};
// `if CONDITION` behind a label's text; with `then` it is a requirement
struct premise_alone  : not_at<unless_word> {};
struct only_if        : seq<if_word, gap, tests_of_line, gap, not_at<then_word>,
    must<premise_alone>> {};
struct attributes     : star<gap, attribute> {};

// Readings
struct open_word      : word<"open"> {};
struct decided_by     : whole<word<"by">> {};
struct decided_on     : whole<word<"on">> {};
struct decided        : seq<word<"decided">, gap, must<decided_by>, gap, must<a_text>, gap, must<decided_on>, gap,
    must<a_date>> {};
struct reading_state  : whole<sor<open_word, decided>> {};
struct reading_text   : whole<text> {};
struct reading_items  : seq<local_reference, others<a_local_item>> {};
struct reading_word   : word<"reading"> {};
struct reading        : seq<reading_word, gap, opt<reading_items, gap>, must<reading_text>, gap,
    must<reading_state>> {};

// What an item states
struct note           : seq<word<"note">, gap, must<a_text>> {};
struct a_level        : whole<level> {};
struct evidence_is    : whole<is_word> {};
struct evidence_rule  : seq<word<"evidence">, gap, must<evidence_is>, gap, must<a_level>> {};
// `instead of approval`, `instead of denial`: an outcome that comes behind the criteria
struct of_approval    : word<"approval"> {};
struct of_denial      : word<"denial"> {};
struct instead_of     : whole<word<"of">> {};
struct replaced       : whole<sor<of_approval, of_denial>> {};
struct instead        : seq<word<"instead">, gap, must<instead_of>, gap, must<replaced>> {};
struct determination  : seq<outcome, opt<gap, instead>, opt<gap, when_word, gap, must<a_condition>>> {};
struct items_word     : word<"items"> {};
struct a_range        : whole<local_range> {};
struct items_again    : seq<items_word, gap, must<a_range>, others<a_range>> {};
struct dose           : seq<word<"dose">, not_at<gap, sor<is_word, goes_on_value>>, gap, must<an_amount>, gap,
    must<a_unit>> {};
struct loading_doses  : whole<sor<word<"doses">, word<"dose">>> {};
struct loading_apart  : whole<word<"apart">> {};
struct loading        : seq<word<"loading">, gap, must<a_number>, gap, must<loading_doses>, gap, must<a_duration>, gap,
    must<loading_apart>> {};
struct every_interval : whole<word<"every">> {};
struct the_last_loading_dose : whole<words<"the", "last", "loading", "dose">> {};
struct after_loading  : seq<word<"after">, gap, must<the_last_loading_dose>> {};
struct maintenance    : seq<word<"maintenance">, gap, must<every_interval>, gap, must<a_duration>, opt<gap,
    after_loading>> {};
struct approve_from   : whole<from_word> {};
struct approve_word   : word<"approve"> {};
struct approve_kind   : seq<name, plus<blank>, at<approve_word>> {};
struct written_time   : seq<plus<digit>, gap, opt<not_at<from_word>, plus<alpha>, gap>, from_word> {};
struct approved_time  : whole<expression> {};
struct at_the_latest  : whole<words<"at", "the", "latest">> {};
struct approve_until  : seq<word<"until">, gap, must<a_day>, gap, must<at_the_latest>> {};
struct approve        : seq<opt<approve_kind>, approve_word, gap, sor<seq<at<written_time>, must<a_duration>>,
    must<approved_time>>, gap, must<approve_from>, gap, must<a_name>, opt<gap, approve_until>> {};
struct quantity_what  : whole<sor<name, code>> {};
struct equals_sign    : one<'='> {};
struct shown_in       : seq<word<"in">, gap, must<a_unit>> {};
struct quantity_approved : seq<at<quantity_opening>, word<"quantity">, gap, must<quantity_what>, opt<gap, text>, gap,
    must<equals_sign>, more, must<an_expression>, opt<gap, shown_in>, opt<gap, when_word, gap, must<a_condition>>> {};
struct otherwise      : seq<word<"otherwise">, gap, must<an_outcome>> {};

// Groups of items. What only a section can hold shows that the group lacks its `end`.
struct statement_line;
struct requires_word  : word<"requires"> {};
struct section_only   : sor<word<"otherwise">, approve_word, dose_opening, quantity_opening,
    seq<not_at<reserved>, plain_name, plus<blank>, sor<requires_word, approve_word>>> {};
struct item_stop      : sor<block_stop, section_only> {};
struct item_lines     : star<not_at<item_stop>, recovered<statement_line>> {};
struct item_group     : seq<quantifier, must<group_line_end>, item_lines, must<group_end>> {};
struct opens_items    : at<quantifier, next_line, star<quantifier, next_line>, sor<label, items_word, reading_word>> {};
struct required_group : whole<sor<item_group, items_again>> {};
struct requires_group : seq<name, plus<blank>, requires_word, gap, must<required_group>> {};
struct because        : seq<word<"because">, must<group_line_end>, item_lines, must<group_end>> {};
// Only with a label on the next line: a fact may be called so
struct notes_opening  : seq<word<"notes">, at<next_line, label>> {};
struct notes          : seq<notes_opening, must<group_line_end>, item_lines, must<group_end>> {};
struct requirement    : seq<condition> {};

struct statement      : sor<
    note, reading, evidence_rule, otherwise, because, notes, items_again, dose, loading, maintenance, approve,
    quantity_approved, table, requires_group, determination, seq<opens_items, item_group>, requirement> {};
struct a_statement    : failure {};
struct labelled_line  : seq<label, opt<gap, text>, opt<gap, for_lines>, opt<gap, only_if>, opt<gap, statement>, attributes, must<line_close>> {};
struct stated_line    : seq<statement, attributes, must<line_close>> {};
struct attribute_line : seq<attribute, attributes, must<line_close>> {};
struct statement_line : sor<labelled_line, attribute_line, stated_line, must<a_statement>> {};
// clang-format on

}  // namespace pol::grammar
