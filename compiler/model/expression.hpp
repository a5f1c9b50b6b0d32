#pragma once

#include "compiler/model/day.hpp"
#include "pol/evidence.hpp"
#include "pol/number.hpp"
#include "pol/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pol::model {

/// An exact factor or constant, small enough to be written into C++.
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    friend bool operator==(const Fraction&, const Fraction&) = default;
};

struct Expression;

/// The unit in which a constant is written, and how many base units one of it is; only messages read it.
struct WrittenUnit {
    std::string name;
    Fraction factor{1, 1};
};

/// In the base unit of its kind; all values below are in base units, so units are gone from here on.
struct Constant {
    Fraction value;
    std::optional<WrittenUnit> written{};
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
    /// Of the step.
    std::optional<WrittenUnit> written{};
};
/// Days, or completed months, from one exact day to another; where `to` lies before `from`, those from `to` to `from`
/// with a minus. So many as `each` make one that is counted: 7 days a week, 12 months a year.
struct Elapsed {
    DurationUnit unit = DurationUnit::days;
    Day from;
    Day to;
    std::int32_t each = 1;
};

/// Those from the average on have no value where no entry counts.
enum class Aggregation { count, sum, average, least, greatest };
/// How many entries there are (without a `field`), or what their numbers come to, times the factor that brings the
/// declared unit of the field to the base unit. The average, least or greatest of nothing has no value.
struct Aggregate {
    Aggregation rule = Aggregation::count;
    EntryFilter entries;
    std::optional<FactIndex> field;
    Fraction factor{1, 1};
};

/// A number of the chosen entry times the factor that brings the declared unit of the field to the base unit, or the
/// place of its value where the field is a choice.
struct ValueOfEntry {
    ChosenEntry entry;
    Fraction factor{1, 1};
};

struct Expression {
    std::variant<Constant, NumberOfFact, MeasurementOfFact, NumberOfTerm, Arithmetic, Extreme, RoundedValue, Elapsed,
                 Aggregate, ValueOfEntry>
        form;
};

}  // namespace pol::model
