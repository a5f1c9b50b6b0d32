#pragma once

#include "compiler/check/context.hpp"

#include <functional>

namespace pol::checking {

/// Names of facts and definitions that a value, a condition or a policy outside its scenarios reads, as written. A name
/// may mean nothing.
using VisitName = std::function<void(const ast::Name&)>;
void each_name(const ast::Expression& expression, const VisitName& visit);
void each_name(const Symbols& symbols, const ast::Condition& condition, const VisitName& visit);
void each_name(const Symbols& symbols, const ast::Define& term, const VisitName& visit);
void each_name(const Symbols& symbols, const ast::Policy& policy, const VisitName& visit);

/// Whether the values of a test are numbers: its left side has an amount.
[[nodiscard]] bool compares_numbers(const Symbols& symbols, const ast::FactTest& test);

}  // namespace pol::checking
