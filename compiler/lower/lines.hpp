#pragma once

#include "compiler/lower/context.hpp"

#include <vector>

namespace pol::lowering {

/// The ticked lines among those named, by line index; all ticked ones where no `for` stands.
[[nodiscard]] std::vector<bool> ticked_lines(const Context& context, const ast::ForLines* named);

[[nodiscard]] std::vector<bool> lines_in_both(const std::vector<bool>& left, const std::vector<bool>& right);

[[nodiscard]] bool any_line(const std::vector<bool>& lines);

}  // namespace pol::lowering
