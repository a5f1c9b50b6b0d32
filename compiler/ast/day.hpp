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

/// A day. A name is a date fact or a defined day.
struct DayOperand {
    std::variant<Name, Date, YearlyDay, MovedDay, ExtremeDay> form;
    Span span;
};

/// The days that a day is made of.
[[nodiscard]] inline const std::vector<DayOperand>& operands_of(const DayOperand& day) {
    static const std::vector<DayOperand> none;
    if (const auto* yearly = std::get_if<YearlyDay>(&day.form)) return yearly->from;
    if (const auto* moved = std::get_if<MovedDay>(&day.form)) return moved->from;
    if (const auto* extreme = std::get_if<ExtremeDay>(&day.form)) return extreme->operands;
    return none;
}

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
