#pragma once

#include "compiler/ast/day.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace pol::ast {

struct Expression;

/// A number fact, a measurement or a defined value, by name. As the whole of a definition it may be a day.
struct NamedValue {
    Name name;
};
/// `hemoglobin measured within 30 days before date_of_request`.
struct MeasuredValue {
    Name fact;
    DayRelation when;
};
enum class Operation { plus, minus, times, divided_by };
/// Always two operands. A sum of three is a sum of a sum.
struct Arithmetic {
    Operation operation = Operation::plus;
    std::vector<Expression> operands;
};
/// `lesser of A and B`, `greater of A and B`; two operands.
struct Extreme {
    bool lesser = true;
    std::vector<Expression> operands;
};
/// `E rounded up to 0.5 kg`, `rounded down to …`, `rounded to …`; one operand.
enum class RoundingWord { up, down, nearest };
struct RoundedValue {
    RoundingWord word = RoundingWord::nearest;
    Quantity step;
    std::vector<Expression> operand;
};
/// `days from A to B`: completed days, weeks, months or years.
struct Elapsed {
    TimeUnit unit = TimeUnit::days;
    DayOperand from;
    DayOperand to;
};
/// `number of trials where …`, `sum of units of treatments`, `average of …`, `least length of trials`, `greatest …`.
enum class Aggregation { number, sum, average, least, greatest };
struct Aggregate {
    Aggregation rule = Aggregation::number;
    /// A field of the list; absent for `number of`.
    std::optional<Name> field;
    Entries entries;
};
/// `( E )`, kept for the printer; one operand.
struct Parenthesized {
    std::vector<Expression> operand;
};

/// A day is the whole of a definition or of one of its cases, never a part of a value. So is a chosen entry whose field
/// is a date: resolve_fields() makes a day of it.
struct Expression {
    std::variant<Quantity, NamedValue, MeasuredValue, Arithmetic, Extreme, RoundedValue, Elapsed, Aggregate,
                 ChosenEntry, Parenthesized, DayOperand>
        form;
    Span span;
};

}  // namespace pol::ast
