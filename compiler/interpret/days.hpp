#pragma once

#include "compiler/interpret/answers.hpp"

#include <cstddef>
#include <vector>

namespace pol::interpretation {

/// The first and last day that a request can carry.
inline constexpr DateRange whole_calendar{.first = first_calendar_day, .last = last_calendar_day};

/// The days a date of the request may be (docs/language.md, Dates): the day given, the days of a month or year, or any
/// day of the calendar; never before the date that bounds it. Also the day on which a measurement was taken.
[[nodiscard]] DateRange days_of(FactIndex fact, Evidence minimum, const Answers& answers);

/// The same for a day that a condition computes with.
[[nodiscard]] DateRange days_of(const model::Day& day, const Answers& answers);

/// The days that a day by cases may be, from case `first` on: those of every case that may hold.
[[nodiscard]] DateRange days_of(const std::vector<model::DayCase>& cases, std::size_t first, const Answers& answers);

/// Whether one of two days can alone be the earlier, or the later, of both.
[[nodiscard]] bool can_be_chosen(const model::ExtremeDay& extreme, std::size_t operand, const Answers& answers);

/// The days that a date or a measurement itself is given with, whatever bounds it.
[[nodiscard]] DateRange given_days(FactIndex fact, const Answers& answers);

/// Whether one day lies before another: known where it is so for all the days they may be.
[[nodiscard]] Truth is_before(DateRange left, DateRange right);
[[nodiscard]] Truth is_on_or_before(DateRange left, DateRange right);

}  // namespace pol::interpretation
