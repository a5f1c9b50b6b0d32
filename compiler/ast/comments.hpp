#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/writer.hpp"

#include <optional>
#include <vector>

namespace pol::ast {

/// Where comments go, by number of line.
struct PlacedComments {
    /// Comments on lines of their own above a line, and the one at its end.
    std::vector<std::vector<Comment>> above;
    std::vector<std::optional<Comment>> beside;
    std::vector<Comment> below_all;
};

/// Puts every comment beside the words it stood beside: above the line that has the next words of the source, or at the
/// end of the line that has the words before it. None is lost, whatever moved.
[[nodiscard]] PlacedComments place_comments(const std::vector<Comment>& comments, const std::vector<Line>& lines);

}  // namespace pol::ast
