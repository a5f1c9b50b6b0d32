#pragma once

// Days: a date fact or a defined day, a date, a day of every year, a day counted from another, the earlier or later of
// two, a day of an entry. `and` belongs to the nearest `earlier of` or `later of` that lacks its other day. See
// docs/grammar.md, "Numbers and days".

#include "grammar/lexical.hpp"

namespace pol::grammar {

// clang-format off
struct before_word    : word<"before"> {};
struct after_word     : word<"after"> {};
struct direction      : sor<before_word, after_word> {};
struct a_direction    : whole<direction> {};
struct direction_shape : sor<word<"before">, word<"after">> {};
struct a_day;

// `last 1 November on or before date_of_service`, `next 31 March on or after date_of_service`. No name stands before a
// number or a capital.
struct yearly_opening : seq<sor<word<"last">, word<"next">>, plus<blank>, sor<digit, upper>> {};
struct month_name     : sor<
    word<"January">, word<"February">, word<"March">, word<"April">, word<"May">, word<"June">,
    word<"July">, word<"August">, word<"September">, word<"October">, word<"November">, word<"December">> {};
struct a_month_name   : whole<month_name> {};
struct a_day_of_year  : whole<number, gap, must<a_month_name>> {};
struct last_word      : word<"last"> {};
struct next_word      : word<"next"> {};
struct on_or_before_day : whole<words<"on", "or", "before">> {};
struct on_or_after_day : whole<words<"on", "or", "after">> {};
struct yearly_day     : seq<at<yearly_opening>, sor<
    seq<last_word, gap, must<a_day_of_year>, gap, must<on_or_before_day>>,
    seq<next_word, gap, must<a_day_of_year>, gap, must<on_or_after_day>>>, gap, must<a_day>> {};

// `6 months after first_dose`, `14 days before date_of_service`
struct time_shape     : seq<plus<digit>, gap, sor<
    word<"days">, word<"day">, word<"weeks">, word<"week">,
    word<"months">, word<"month">, word<"years">, word<"year">>> {};
struct moved_opening  : seq<time_shape, gap, direction_shape> {};
struct moved_day      : seq<at<time_shape>, duration, gap, must<a_direction>, gap, must<a_day>> {};

// `earlier of last_dose and 6 months after first_dose`
struct extreme_day_opening : sor<words<"earlier", "of">, words<"later", "of">> {};
struct earlier_of     : words<"earlier", "of"> {};
struct later_of       : words<"later", "of"> {};
struct extreme_day_and : whole<word<"and">> {};
struct extreme_day    : seq<sor<earlier_of, later_of>, gap, must<a_day>, gap, must<extreme_day_and>, more, must<a_day>> {};

struct chosen_day;
struct day_operand    : sor<date, yearly_day, moved_day, extreme_day, chosen_day, name> {};
struct a_day          : whole<day_operand> {};
// A day where a number could stand, too: one that is more than a name.
struct day_opening    : sor<date, yearly_opening, moved_opening, extreme_day_opening> {};
struct written_day    : seq<at<day_opening>, day_operand> {};
// clang-format on

}  // namespace pol::grammar
