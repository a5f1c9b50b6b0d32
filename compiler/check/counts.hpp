#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/diagnostics/sink.hpp"

#include <cstdint>

namespace pol::checking {

/// Reports the N of `at least N of` when a group of that size always or never has as many.
void check_count(const ast::Number& count, std::int64_t size, Sink& sink);

}  // namespace pol::checking
