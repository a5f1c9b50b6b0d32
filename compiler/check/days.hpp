#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// Reports a name that is no date of a request and no fact declared as one; whether it is one.
bool check_day(const Context& context, const ast::Name& name, Sink& sink);
/// The same of a fact or a date, which must be exact.
void check_day(const Context& context, const ast::DayOperand& day, Sink& sink);
/// Reports a relation that cannot be reckoned: its distance, and the day it is to.
void check_relation(const Context& context, const ast::DayRelation& relation, Sink& sink);

/// Whether both mean the same day as written.
[[nodiscard]] bool is_same_day(const ast::DayOperand& left, const ast::DayOperand& right);

/// The unit of time a word is; nothing for any other unit.
[[nodiscard]] std::optional<ast::TimeUnit> time_unit(const std::string& word);

}  // namespace pol::checking
