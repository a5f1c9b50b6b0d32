#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// Reports a name that is no date of a request, no fact declared as one and no defined day; whether it is one.
bool check_day(const Context& context, const ast::Name& name, Sink& sink);
/// The same of a day as written, and of what it is made of.
void check_day(const Context& context, const ast::DayOperand& day, Sink& sink);
/// Reports a value of a definition that names a day, where it is none.
void check_day(const Context& context, const ast::Expression& value, Sink& sink);
/// Reports what is no distance of days; `instead` is what to write for none. Whether it is one.
bool check_distance(const ast::Quantity& distance, const char* instead, Sink& sink);
/// Reports a relation that cannot be reckoned: its distance, and the day it is to.
void check_relation(const Context& context, const ast::DayRelation& relation, Sink& sink);

/// Whether both mean the same day as written.
[[nodiscard]] bool is_same_day(const ast::DayOperand& left, const ast::DayOperand& right);

/// The unit of time a word is; nothing for any other unit.
[[nodiscard]] std::optional<ast::TimeUnit> time_unit(const std::string& word);

}  // namespace pol::checking
