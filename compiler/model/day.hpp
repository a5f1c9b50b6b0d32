#pragma once

#include "pol/date.hpp"
#include "pol/evidence.hpp"
#include "pol/period.hpp"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace pol::model {

/// Indices into the tables of a Policy.
using FactIndex = std::uint16_t;
using ClauseIndex = std::uint16_t;
using TermIndex = std::uint16_t;

struct Day;

/// A defined day.
struct DayOfTerm {
    TermIndex term = 0;
};
/// That day of the year which is the day itself or lies nearest before it (`is_last`) or after it; never 29 February.
struct YearlyDay {
    bool is_last = true;
    std::int32_t month = 1;
    std::int32_t day = 1;
    /// One.
    std::vector<Day> from;
};
/// The earlier or later of two days.
struct ExtremeDay {
    bool earlier = true;
    std::vector<Day> operands;
};
struct Condition;

/// Entries of a list that meet `where` (one condition; without it all of them), the list being given with at least the
/// `minimum` evidence. Facts inside it whose `list` is this one are those of the entry at hand.
struct EntryFilter {
    FactIndex list = 0;
    Evidence minimum = Evidence::none;
    std::vector<Condition> where;
    /// Whether it compares a day of the entries: where none lies in that window, one may be measured again.
    bool has_window = false;
};
/// The latest or the first of those entries by their date `by`, and the field of it whose value is taken.
struct ChosenEntry {
    bool latest = true;
    EntryFilter entries;
    FactIndex field = 0;
    FactIndex by = 0;
};
/// A day that is moved itself: one.
struct MovedDay {
    std::vector<Day> from;
};

/// A day that conditions compute with, moved by `offset`, which may be negative. A fact that is missing is some day of
/// the calendar, not before what its `not_before` says.
struct Day {
    std::variant<FactIndex, Date, DayOfTerm, YearlyDay, ExtremeDay, MovedDay, ChosenEntry> base;
    Duration offset;
    /// Least evidence of a fact that has levels, otherwise `none`.
    Evidence minimum = Evidence::none;
};

}  // namespace pol::model
