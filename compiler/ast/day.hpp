#pragma once

#include "compiler/ast/common.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace pol::ast {

/// `7.2 kg`, `20 %`, `12 weeks`, `3`: an amount with the unit as written. Times are quantities too.
struct Quantity {
    Decimal amount;
    std::optional<Name> unit;
    Span span;
};

enum class DayDirection { before, after };

struct DayOperand;

/// Entries of a list, `trials where length is at least 42 days`; `where` has one condition or none. Inside it a name is
/// a field of the list before it is anything else: resolve_fields() then writes it out, `trials.length`.
struct Condition;
struct Entries {
    Name list;
    std::vector<Condition> where;
};

/// `latest hemoglobin of labs where …`, `first given of doses by ordered`: a field of the entry whose day `by` is the
/// last or the first; without `by` the only date of the entries, or the field itself where it is a date.
struct ChosenEntry {
    bool latest = true;
    Name field;
    std::optional<Name> by;
    Entries entries;
};

/// `last 1 November on or before D`, `next 31 March on or after D`: that day of the year which is D or lies nearest to
/// it. One operand.
struct YearlyDay {
    bool is_last = true;
    Number day;
    Name month;
    std::vector<DayOperand> from;
};
/// `6 months after D`, `14 days before D`; one operand.
struct MovedDay {
    Quantity distance;
    DayDirection direction = DayDirection::after;
    std::vector<DayOperand> from;
};
/// `earlier of D and D`, `later of D and D`; two operands.
struct ExtremeDay {
    bool earlier = true;
    std::vector<DayOperand> operands;
};

/// A day. A name is a date fact or a defined day. Entries have a condition only where the day is a whole definition, or
/// a case of one.
struct DayOperand {
    std::variant<Name, Date, YearlyDay, MovedDay, ExtremeDay, ChosenEntry> form;
    Span span;
};

/// The days that a day is made of.
[[nodiscard]] const std::vector<DayOperand>& operands_of(const DayOperand& day);

/// How a day lies to another. With `plain` and `or_on` there is no distance.
///   `before D`, `after D` (plain); `on or before D`, `on or after D` (or_on); `on D` (on)
///   `within 90 days before D`, `at least 84 days after D`, `more than 2 weeks before D`, `less than 1 year after D`
enum class DayDistance { plain, or_on, on, within, at_least, more_than, less_than };
struct DayRelation {
    DayDistance kind = DayDistance::plain;
    DayDirection direction = DayDirection::before;
    std::optional<Quantity> distance;
    DayOperand anchor;
    Span span;
};

}  // namespace pol::ast
