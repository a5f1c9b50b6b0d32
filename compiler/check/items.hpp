#pragma once

#include "compiler/ast/statement.hpp"

namespace pol::checking {

/// Whether an item says anything, be it only where to look. One that does not is reported with the items.
[[nodiscard]] bool states_something(const ast::Item& item);

}  // namespace pol::checking
