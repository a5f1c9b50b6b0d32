#pragma once

#include "compiler/lower/context.hpp"

namespace pol::lowering {

/// The days that lie to another as a relation says, from one through another. A bound that is not `included` is itself
/// outside.
struct Bound {
    model::Day day;
    bool included = true;
};
struct Window {
    std::optional<Bound> from;
    std::optional<Bound> through;
};
[[nodiscard]] Window to_window(const Context& context, const ast::DayRelation& relation, Evidence minimum);

/// A date fact or a defined day.
[[nodiscard]] model::Day named_day(const Context& context, const std::string& name, Evidence minimum);
/// A day with every name resolved.
[[nodiscard]] model::Day to_day(const Context& context, const ast::DayOperand& operand, Evidence minimum);

/// The first or last day that is inside, for windows that are closed.
[[nodiscard]] model::Day first_inside(const Bound& from);
[[nodiscard]] model::Day last_inside(const Bound& through);

[[nodiscard]] model::Condition to_day_test(const Context& context, const ast::DayTest& test, Evidence minimum);

}  // namespace pol::lowering
