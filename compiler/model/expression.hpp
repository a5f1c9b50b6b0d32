#pragma once

#include "pol/date.hpp"
#include "pol/evidence.hpp"
#include "pol/number.hpp"
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

/// An exact factor or constant, small enough to be written into C++.
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    friend bool operator==(const Fraction&, const Fraction&) = default;
};

/// A day that conditions compute with: a date fact or a fixed day, moved by `offset` and then by `days` (both may be
/// negative; `days` stands only beside an offset of months, where a window ends a day beside it).
/// A fact that is missing is some day of the calendar, not before what its `not_before` says.
struct Day {
    std::variant<FactIndex, Date> base;
    Duration offset;
    /// Least evidence of a fact that has levels, otherwise `none`.
    Evidence minimum = Evidence::none;
    std::int32_t days = 0;
};

struct Expression;
struct Condition;

/// In the base unit of its kind; all values below are in base units, so units are gone from here on.
struct Constant {
    Fraction value;
};
/// A number fact times the factor that brings its declared unit to the base unit.
struct NumberOfFact {
    FactIndex fact = 0;
    Evidence minimum = Evidence::none;
    Fraction factor{1, 1};
};
/// A measurement that counts only when taken from `from` through `through` (each absent: no such bound); any other
/// is as good as not given, and is asked to be measured again.
struct MeasurementOfFact {
    FactIndex fact = 0;
    Evidence minimum = Evidence::none;
    Fraction factor{1, 1};
    std::optional<Day> from;
    std::optional<Day> through;
};
struct NumberOfTerm {
    TermIndex term = 0;
};
enum class Operation { plus, minus, times, divided_by };
/// Two operands. A division by zero has no value: unknown.
struct Arithmetic {
    Operation operation = Operation::plus;
    std::vector<Expression> operands;
};
/// The lesser or greater of two operands.
struct Extreme {
    bool lesser = true;
    std::vector<Expression> operands;
};
/// One operand, to a multiple of `step`.
struct RoundedValue {
    Rounding rounding = Rounding::nearest;
    Fraction step{1, 1};
    std::vector<Expression> operand;
};
/// Days, or completed months, from one exact day to another; negative where `to` lies before `from` (days), unknown
/// there for months. `weeks` and `years` are lowered to a division rounded down.
struct Elapsed {
    DurationUnit unit = DurationUnit::days;
    Day from;
    Day to;
};

/// Entries of a list that meet `where` (one condition; without it all of them), the list being given with at least the
/// `minimum` evidence. Facts inside it whose `list` is this one are those of the entry at hand.
struct EntryFilter {
    FactIndex list = 0;
    Evidence minimum = Evidence::none;
    std::vector<Condition> where;
};
enum class Aggregation { count, sum, least, greatest };
/// How many entries there are (without a `field`), or what their numbers come to, times the factor that brings the
/// declared unit of the field to the base unit. The least or greatest of nothing has no value.
struct Aggregate {
    Aggregation rule = Aggregation::count;
    EntryFilter entries;
    std::optional<FactIndex> field;
    Fraction factor{1, 1};
};

struct Expression {
    std::variant<Constant, NumberOfFact, MeasurementOfFact, NumberOfTerm, Arithmetic, Extreme, RoundedValue, Elapsed,
                 Aggregate>
        form;
};

}  // namespace pol::model
