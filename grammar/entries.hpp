#pragma once

// Entries of lists: how many of them meet a condition, and what is computed of those that do.
//
// A count is told from a group, `at least 2 of`, by the word behind its number. The condition behind `where` takes the
// rest of its line, or is a group. See docs/grammar.md, "Entries of lists".

#include "grammar/recovery.hpp"

namespace pol::grammar {

// clang-format off
struct from_word      : word<"from"> {};
struct of_word        : word<"of"> {};
struct of_group       : whole<of_word> {};
struct least_word     : word<"least"> {};
struct at_word        : word<"at"> {};
struct comparison_at_least : seq<at_word, plus<blank>, least_word> {};
struct comparison_at_most : words<"at", "most"> {};

// `trials where length is at least 42 days`. A comparison behind it could be meant for the entries or their number.
struct counted_body;
struct body_end       : not_at<gap, word<"is">> {};
struct where          : seq<word<"where">, gap, must<counted_body>, must<body_end>> {};
struct filtered       : seq<a_name, opt<gap, where>> {};

// `at least 2 trials`, `at most 1 different class of trials where …`, `no trials`
struct count_none     : seq<no_value, plus<blank>> {};
struct distinct       : seq<word<"different">, gap, must<a_name>, gap, must<of_group>, gap> {};
struct counted_name   : seq<not_at<of_word>, name> {};
struct count_amount   : seq<sor<comparison_at_least, comparison_at_most>, plus<blank>, number, plus<blank>> {};
struct count_opening  : seq<sor<count_amount, count_none>, counted_name> {};
struct count_test     : seq<at<count_opening>, sor<count_amount, count_none>, opt<distinct>, must<filtered>> {};

// `number of trials where …`, `sum of units of treatments`, `least length of trials`
struct number_of      : words<"number", "of"> {};
struct sum_of         : words<"sum", "of"> {};
struct average_of     : words<"average", "of"> {};
struct least_of       : word<"least"> {};
struct greatest_of    : word<"greatest"> {};
struct aggregate_opening : sor<number_of, sum_of, average_of, seq<sor<least_of, greatest_of>, plus<blank>, counted_name, plus<blank>,
    of_word>> {};
struct aggregate      : seq<at<aggregate_opening>, sor<number_of, seq<sor<sum_of, average_of, least_of, greatest_of>,
    gap, must<a_name>, gap, must<of_group>>>, gap, must<filtered>> {};

// `latest hemoglobin of labs where …`, `first given of doses by ordered`
struct latest_of      : word<"latest"> {};
struct earliest_of    : word<"first"> {};
struct chosen_opening : seq<sor<latest_of, earliest_of>, plus<blank>, counted_name, plus<blank>, of_word> {};
struct ordered_by     : seq<word<"by">, gap, must<a_name>> {};
struct chosen_list    : seq<a_name, opt<gap, ordered_by>> {};
struct chosen_field   : seq<at<chosen_opening>, sor<latest_of, earliest_of>, gap, must<a_name>, gap, must<of_group>,
    gap, must<chosen_list>> {};
struct chosen_entry   : seq<chosen_field, opt<gap, where>> {};
struct chosen_day     : seq<chosen_field> {};
// clang-format on

}  // namespace pol::grammar
