#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/codes/codes.hpp"
#include "compiler/diagnostics/sink.hpp"

#include <utility>
#include <vector>

namespace pol::checking {

/// The codes of a list or of the groups of a derived fact as they are met.
class CodesSoFar {
public:
    explicit CodesSoFar(Sink& sink) : sink_(sink) {}

    /// Reports codes that stand in the list twice.
    void add(const ast::Name& value, const codes::Range& range);
    /// Reports codes that are in a group already.
    void add_to_group(const ast::Name& value, const codes::Range& range);

private:
    [[nodiscard]] const ast::Name* overlapping(const codes::Range& range) const;

    std::vector<std::pair<ast::Name, codes::Range>> met_;
    Sink& sink_;
};

}  // namespace pol::checking
