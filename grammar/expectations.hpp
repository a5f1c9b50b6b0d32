#pragma once

// What each rule that must match expects, in an author's words: one line a rule, read as `expected …`. A rule under
// `must<>` without a line here does not compile in compiler/parse.

#include "grammar/file.hpp"
#include "grammar/slips.hpp"

namespace pol::grammar {

template <class Rule>
inline constexpr Expected expected{};

// clang-format off
// Words and lines
template <> inline constexpr Expected expected<line_close>{Slip::line_end, "the end of the line"};
template <> inline constexpr Expected expected<group_line_end>{Slip::line_end, "the end of the line"};
template <> inline constexpr Expected expected<escape_sign>{Slip::escape, "`\\\"` or `\\\\`"};
template <> inline constexpr Expected expected<closing_quote>{Slip::quote, "`\"`"};
template <> inline constexpr Expected expected<a_text>{Slip::word, "a text such as `\"as printed\"`"};
template <> inline constexpr Expected expected<a_number>{Slip::word, "a whole number"};
template <> inline constexpr Expected expected<an_amount>{Slip::word, "an amount such as `100` or `0.5`"};
template <> inline constexpr Expected expected<a_date>{Slip::word, "a date such as `2026-06-01`"};
template <> inline constexpr Expected expected<a_month>{Slip::word,
    "a date such as `2026-06-01` or a month such as `2026-06`"};
template <> inline constexpr Expected expected<a_duration>{Slip::word, "a time such as `6 months` or `28 days`"};
template <> inline constexpr Expected expected<a_time_unit>{Slip::word, "`days`, `weeks`, `months` or `years`"};
template <> inline constexpr Expected expected<a_name>{Slip::word, "a name such as `date_of_service`"};
template <> inline constexpr Expected expected<names>{Slip::word, "a name such as `date_of_service`"};
template <> inline constexpr Expected expected<a_value>{Slip::word, "a value such as `yes` or `other`"};
template <> inline constexpr Expected expected<a_block_id>{Slip::word, "a short name in capitals such as `MMC`"};
template <> inline constexpr Expected expected<a_code>{Slip::word, "a code such as `J1304`"};
template <> inline constexpr Expected expected<a_code_pattern>{Slip::word, "a code such as `C50.911`"};
template <> inline constexpr Expected expected<a_unit>{Slip::word, "a unit such as `mg`"};
template <> inline constexpr Expected expected<an_item>{Slip::word, "an item such as `MMC.5`"};
template <> inline constexpr Expected expected<a_local_item>{Slip::word, "an item of this block such as `5` or `9.b`"};

// Numbers and days
template <> inline constexpr Expected expected<a_quantity>{Slip::word, "an amount such as `7.2 kg`"};
template <> inline constexpr Expected expected<a_day>{Slip::word,
    "a day such as `date_of_service` or `2026-01-31`"};
template <> inline constexpr Expected expected<a_day_of_year>{Slip::word,
    "a day of every year such as `1 November`"};
template <> inline constexpr Expected expected<a_month_name>{Slip::word, "a month such as `November`"};
template <> inline constexpr Expected expected<on_or_before_day>{Slip::word,
    "`on or before` and the day to look back from"};
template <> inline constexpr Expected expected<on_or_after_day>{Slip::word,
    "`on or after` and the day to look ahead from"};
template <> inline constexpr Expected expected<extreme_day_and>{Slip::word, "`and` and the other day"};
template <> inline constexpr Expected expected<a_direction>{Slip::word, "`before` or `after` and a day"};
template <> inline constexpr Expected expected<a_day_relation>{Slip::word,
    "the days that count, such as `within 30 days before date_of_service`"};
template <> inline constexpr Expected expected<an_expression>{Slip::word, "a value such as `30 kg` or `weight * 2`"};
template <> inline constexpr Expected expected<a_sum>{Slip::word, "a value such as `30 kg` or `weight * 2`"};
template <> inline constexpr Expected expected<a_term>{Slip::word, "a value such as `30 kg` or `weight`"};
template <> inline constexpr Expected expected<a_factor>{Slip::word, "a value such as `30 kg` or `weight`"};
template <> inline constexpr Expected expected<closing_parenthesis>{Slip::word, "`)`"};
template <> inline constexpr Expected expected<elapsed_to>{Slip::word, "`to` and the later day"};
template <> inline constexpr Expected expected<rounded_how>{Slip::word, "`up to`, `down to` or `to` and a step"};
template <> inline constexpr Expected expected<a_step>{Slip::word, "a step such as `0.5 kg`"};
template <> inline constexpr Expected expected<extreme_and>{Slip::word, "`and` and the other value"};

// Entries of lists
template <> inline constexpr Expected expected<body_end>{Slip::word, "the end of what is asked of entries"};
template <> inline constexpr Expected expected<filtered>{Slip::word, "a list such as `trials`"};
template <> inline constexpr Expected expected<chosen_list>{Slip::word, "a list such as `labs`"};

// Conditions
template <> inline constexpr Expected expected<compared_value>{Slip::word,
    "a value such as `yes` or `30 kg`, or a comparison such as `one of` or `at least`"};
template <> inline constexpr Expected expected<a_value_or_amount>{Slip::word, "a value such as `other` or `30 kg`"};
template <> inline constexpr Expected expected<value_is>{Slip::word, "`is` and what it is compared with"};
template <> inline constexpr Expected expected<compared_amount>{Slip::word, "an amount such as `30 kg`"};
template <> inline constexpr Expected expected<age_at>{Slip::word, "`at` and the date on which the age counts, such as `at date_of_service`"};
template <> inline constexpr Expected expected<age_is>{Slip::word, "`is`"};
template <> inline constexpr Expected expected<an_age>{Slip::word, "an age such as `at least 18 years`"};
template <> inline constexpr Expected expected<a_test>{Slip::condition, "a condition such as `diagnosis is als`"};
template <> inline constexpr Expected expected<first_in_parentheses>{Slip::condition,
    "a condition such as `diagnosis is als`"};
template <> inline constexpr Expected expected<joined_on>{Slip::word, "`and` or `or` and a condition"};
template <> inline constexpr Expected expected<closing_of_tests>{Slip::word, "`)`"};
template <> inline constexpr Expected expected<of_group>{Slip::word, "`of`"};
template <> inline constexpr Expected expected<least_of_group>{Slip::word, "`least`"};
template <> inline constexpr Expected expected<a_condition>{Slip::condition, "a condition such as `diagnosis is als`"};
template <> inline constexpr Expected expected<group_end>{Slip::group_end, "`end`"};
template <> inline constexpr Expected expected<no_attested>{Slip::with_attested, "a plain condition"};
template <> inline constexpr Expected expected<no_group>{Slip::group_on_line, "a plain condition"};
template <> inline constexpr Expected expected<no_count>{Slip::count_on_line, "a plain condition"};
template <> inline constexpr Expected expected<counted_body>{Slip::condition,
    "a condition such as `length is at least 42 days`, or a group"};
template <> inline constexpr Expected expected<counted_alone>{Slip::count_on_line, "no `and`, `or` or `unless`"};
template <> inline constexpr Expected expected<no_if>{Slip::if_on_line, "a plain condition"};
template <> inline constexpr Expected expected<a_premise>{Slip::condition, "one condition such as `diagnosis is als`"};
template <> inline constexpr Expected expected<one_premise>{Slip::if_on_line, "`then`"};
template <> inline constexpr Expected expected<premise_then>{Slip::word, "`then` and what must hold"};
template <> inline constexpr Expected expected<a_conclusion>{Slip::condition,
    "a condition or a group, such as `diagnosis is als`"};
template <> inline constexpr Expected expected<one_conclusion>{Slip::if_on_line, "the end of the line"};
template <> inline constexpr Expected expected<premise_alone>{Slip::if_on_line, "`and` or `or` only"};
template <> inline constexpr Expected expected<unmixed_and>{Slip::and_with_or, "`and` only"};
template <> inline constexpr Expected expected<unmixed_or>{Slip::and_with_or, "`or` only"};
template <> inline constexpr Expected expected<unmixed_unless>{Slip::with_attested, "a plain condition"};
template <> inline constexpr Expected expected<unmixed_line>{Slip::with_attested, "no `and` or `or`"};
template <> inline constexpr Expected expected<single_unless>{Slip::with_attested, "one `unless`"};
template <> inline constexpr Expected expected<attested_body>{Slip::condition, "a condition such as `weakness is yes`"};
template <> inline constexpr Expected expected<an_exception>{Slip::condition, "a condition such as `diagnosis is als`"};

// Tables
template <> inline constexpr Expected expected<takes_the>{Slip::word, "`the` and what is taken, such as `longest`"};
template <> inline constexpr Expected expected<a_tie_rule>{Slip::word, "`longest`, `shortest`, `greatest` or `least`"};
template <> inline constexpr Expected expected<columns_word>{Slip::word, "`columns` and what the columns are about"};
template <> inline constexpr Expected expected<a_bar>{Slip::word, "`|` and a cell"};
template <> inline constexpr Expected expected<a_head>{Slip::word,
    "a column such as `genotype`, `age at date_of_service`, `when` or `= weeks`"};
template <> inline constexpr Expected expected<a_cell>{Slip::word,
    "a cell such as `any`, `als`, `at least 18 years` or `8 weeks`"};
template <> inline constexpr Expected expected<a_bound>{Slip::word, "an amount such as `18 years` or `f2`"};
template <> inline constexpr Expected expected<a_cell_test>{Slip::condition, "a condition such as `diagnosis is als`"};
template <> inline constexpr Expected expected<and_in_cell>{Slip::and_or_in_cell, "`and` only"};
template <> inline constexpr Expected expected<or_in_cell>{Slip::and_or_in_cell, "`or` only"};
template <> inline constexpr Expected expected<a_row>{Slip::statement,
    "a line of the table such as `row | any | 8 weeks`"};

// Statements
template <> inline constexpr Expected expected<document_number>{Slip::word,
    "the number of the document, such as `\"L33394\"`"};
template <> inline constexpr Expected expected<a_document>{Slip::word,
    "a document such as `policy \"PHARMACY-32\"` or `LCD \"L33394\"`"};
template <> inline constexpr Expected expected<refer_to>{Slip::word, "`to` and a document"};
template <> inline constexpr Expected expected<an_outcome>{Slip::word,
    "an outcome such as `excluded` or `criteria not met`"};
template <> inline constexpr Expected expected<reference>{Slip::word,
    "an item such as `G.4` or a document such as `policy \"PHARMACY-32\"`"};
template <> inline constexpr Expected expected<connective>{Slip::word, "`AND` or `OR`, as the document prints it"};
template <> inline constexpr Expected expected<in_document>{Slip::word, "`document`"};
template <> inline constexpr Expected expected<decided_by>{Slip::word, "`by` and who decided"};
template <> inline constexpr Expected expected<decided_on>{Slip::word, "`on` and the date"};
template <> inline constexpr Expected expected<reading_state>{Slip::word, "`open`, or `decided by \"…\" on` a date"};
template <> inline constexpr Expected expected<reading_text>{Slip::word, "the text of the reading"};
template <> inline constexpr Expected expected<evidence_is>{Slip::word, "`is`"};
template <> inline constexpr Expected expected<a_level>{Slip::word, "`claimed`, `attested` or `documented`"};
template <> inline constexpr Expected expected<instead_of>{Slip::word, "`of approval` or `of denial`"};
template <> inline constexpr Expected expected<replaced>{Slip::word, "`approval` or `denial`"};
template <> inline constexpr Expected expected<exception_target>{Slip::word, "`to` and an item"};
template <> inline constexpr Expected expected<a_range>{Slip::word,
    "an item of this block such as `1`, or items such as `1 to 4`"};
template <> inline constexpr Expected expected<loading_doses>{Slip::word, "`doses`"};
template <> inline constexpr Expected expected<loading_apart>{Slip::word, "`apart`"};
template <> inline constexpr Expected expected<every_interval>{Slip::word, "`every` and a time such as `28 days`"};
template <> inline constexpr Expected expected<the_last_loading_dose>{Slip::word, "`the last loading dose`"};
template <> inline constexpr Expected expected<approve_from>{Slip::word, "`from` and the date it starts on"};
template <> inline constexpr Expected expected<approved_time>{Slip::word, "a time such as `6 months` or `28 days`"};
template <> inline constexpr Expected expected<at_the_latest>{Slip::word, "`at the latest`"};
template <> inline constexpr Expected expected<quantity_what>{Slip::word, "a code such as `J1304` or a name"};
template <> inline constexpr Expected expected<equals_sign>{Slip::word, "`=` and the amount"};
template <> inline constexpr Expected expected<required_group>{Slip::word, "a group such as `all of`, or `items`"};
template <> inline constexpr Expected expected<a_statement>{Slip::statement, "a statement, a label or a condition"};

// Plan and facts
template <> inline constexpr Expected expected<code_for>{Slip::word, "`for` and the value the code stands for"};
template <> inline constexpr Expected expected<a_value_declaration>{Slip::word,
    "a value such as `als \"amyotrophic lateral sclerosis\"`"};
template <> inline constexpr Expected expected<fact_type>{Slip::word,
    "`yes/no`, `one of`, `scale of`, `number`, `measured`, `date` or `icd10cm code`"};
template <> inline constexpr Expected expected<code_word>{Slip::word, "`code`"};
template <> inline constexpr Expected expected<list_type>{Slip::word, "`list of` and what it lists"};
template <> inline constexpr Expected expected<list_phrase>{Slip::word,
    "what it lists, as a text such as `\"drugs tried\"`"};
template <> inline constexpr Expected expected<a_field>{Slip::statement, "a field such as `length : number in days`"};
template <> inline constexpr Expected expected<derived_type>{Slip::word, "`derived from` and a fact"};
template <> inline constexpr Expected expected<a_value_group>{Slip::statement,
    "a group and its values, such as `ssri sertraline, escitalopram`"};
template <> inline constexpr Expected expected<grouped>{Slip::word,
    "the values of the group, or `otherwise`"};
template <> inline constexpr Expected expected<a_fact_bound>{Slip::word, "an amount such as `100` or `-2.5`"};
template <> inline constexpr Expected expected<bounds_and>{Slip::word, "`and` and the highest amount"};
template <> inline constexpr Expected expected<a_fact>{Slip::statement, "a fact such as `tracheostomy : yes/no`"};
template <> inline constexpr Expected expected<facts_from>{Slip::word, "`from plan` or `from provider`"};
template <> inline constexpr Expected expected<fact_source>{Slip::word, "`plan` or `provider`"};
template <> inline constexpr Expected expected<members_under>{Slip::word, "`under` and an age"};
template <> inline constexpr Expected expected<line_title>{Slip::word,
    "the name as printed, such as `\"Essential Plan\"`"};
template <> inline constexpr Expected expected<a_line_of_business>{Slip::statement,
    "a line of business such as `essential_plan \"Essential Plan\"`"};
template <> inline constexpr Expected expected<month_rule>{Slip::word,
    "`take the last day` or `take the first of the next`"};
template <> inline constexpr Expected expected<leap_rule>{Slip::word, "`1 March` or `28 February`"};
template <> inline constexpr Expected expected<a_calendar_rule>{Slip::statement, "`short months` or `leap birthday`"};
template <> inline constexpr Expected expected<a_plan_line>{Slip::statement, "a part of the plan such as `benefits`"};
template <> inline constexpr Expected expected<block_name>{Slip::word, "a name in small letters such as `qalsody`"};
template <> inline constexpr Expected expected<block_title>{Slip::word, "a title such as `\"Qalsody (tofersen)\"`"};
template <> inline constexpr Expected expected<block_end>{Slip::block_end, "`end`"};

// Policy
template <> inline constexpr Expected expected<text_from>{Slip::word, "`from` and the date the text is in force from"};
template <> inline constexpr Expected expected<text_by>{Slip::word, "`by` and the date that selects the text"};
template <> inline constexpr Expected expected<earlier_verdict>{Slip::word,
    "`not on file`, or `refer to` and a document"};
template <> inline constexpr Expected expected<a_header_line>{Slip::statement,
    "a line of the header such as `effective`"};
template <> inline constexpr Expected expected<per_unit>{Slip::word, "`per unit`"};
template <> inline constexpr Expected expected<a_drug_code>{Slip::statement,
    "a code such as `hcpcs J1304 = 1 mg per unit`"};
template <> inline constexpr Expected expected<a_listed_code>{Slip::word, "a code such as `J1304`"};
template <> inline constexpr Expected expected<only_word>{Slip::word, "`only`, or `,` and another benefit"};
template <> inline constexpr Expected expected<an_applies_line>{Slip::statement,
    "boxes such as `[x] essential_plan`, or the benefits"};
template <> inline constexpr Expected expected<applies_lines_of>{Slip::word, "`to`"};
template <> inline constexpr Expected expected<means_or_equals>{Slip::word,
    "`means` and a condition, or `=` and a value"};
template <> inline constexpr Expected expected<a_case>{Slip::statement,
    "a value and when it holds, such as `12 weeks when trial is yes`"};
template <> inline constexpr Expected expected<case_when>{Slip::word, "`when` and a condition, or `otherwise`"};
template <> inline constexpr Expected expected<condition_of_line>{Slip::condition,
    "a condition on this line, such as `diagnosis is als`"};
template <> inline constexpr Expected expected<otherwise_behind>{Slip::word, "`otherwise` and the other value"};
template <> inline constexpr Expected expected<other_value>{Slip::word, "a value such as `6 months`"};
template <> inline constexpr Expected expected<history_text>{Slip::word, "what was done, as a text"};
template <> inline constexpr Expected expected<a_history_row>{Slip::statement,
    "a row such as `2026-06-01 \"revised\"`"};

// Scenarios and checks
template <> inline constexpr Expected expected<given_value>{Slip::word,
    "a value, a number, a date, `not given` or `not knowable`"};
template <> inline constexpr Expected expected<a_part_of_date>{Slip::word,
    "the date of the measurement, such as `2026-06-01`"};
template <> inline constexpr Expected expected<an_assignment>{Slip::word,
    "a fact and its value, such as `tracheostomy no`"};
template <> inline constexpr Expected expected<an_entry_field>{Slip::word,
    "a field of the list and its value, such as `length 8 weeks`"};
template <> inline constexpr Expected expected<an_entry_number>{Slip::word,
    "a place such as `2`, and the field"};
template <> inline constexpr Expected expected<field_sign>{Slip::word, "`.` and a field of the list"};
template <> inline constexpr Expected expected<like_name>{Slip::word, "the name of a scenario, as a text"};
template <> inline constexpr Expected expected<except_assignments>{Slip::word,
    "a fact and its value, such as `tracheostomy not given`"};
template <> inline constexpr Expected expected<period_through>{Slip::word, "`through` and the last day"};
template <> inline constexpr Expected expected<unit_or_code>{Slip::word,
    "a unit such as `mL` or a code such as `J1304`"};
template <> inline constexpr Expected expected<an_item_range>{Slip::word,
    "an item such as `MMC.5`, or items such as `MMC.1 to MMC.5`"};
template <> inline constexpr Expected expected<on_file>{Slip::word, "`text on file`"};
template <> inline constexpr Expected expected<a_possible_outcome>{Slip::word, "an outcome such as `criteria not met`"};
template <> inline constexpr Expected expected<outcome_is_a_denial>{Slip::word, "`outcome is a denial`"};
template <> inline constexpr Expected expected<a_question>{Slip::word, "a fact that is asked, such as `tracheostomy`"};
template <> inline constexpr Expected expected<an_expectation>{Slip::word, "an expectation such as `doses 8`"};
template <> inline constexpr Expected expected<a_scenario_line>{Slip::statement,
    "facts such as `diagnosis als`, or what is expected"};
template <> inline constexpr Expected expected<never_word>{Slip::word, "`never` and an outcome"};
template <> inline constexpr Expected expected<never_when>{Slip::word, "`when` and a condition"};
template <> inline constexpr Expected expected<a_finding_code>{Slip::word,
    "what the finding is called, such as `renewal-denied`"};
template <> inline constexpr Expected expected<accepted_at>{Slip::word, "`at` and an item"};
template <> inline constexpr Expected expected<accepted_because>{Slip::word, "`because` and the reason"};

// Files
template <> inline constexpr Expected expected<a_block>{Slip::outside, "a block such as `section`"};
template <> inline constexpr Expected expected<a_declaration>{Slip::declaration, "`policy`, `plan` or `facts`"};
template <> inline constexpr Expected expected<end_of_file>{Slip::file_end, "nothing more"};
// clang-format on

}  // namespace pol::grammar
