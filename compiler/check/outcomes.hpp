#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/diagnostics/sink.hpp"

#include <string>
#include <vector>

namespace pol::checking {

/// The documents a policy refers to; only these can come out as the target of a request.
class ReferTargets {
public:
    explicit ReferTargets(const ast::Policy& policy);
    /// Reports an expected outcome with another document.
    void check(const ast::OutcomePhrase& phrase, Sink& sink) const;

private:
    std::vector<std::string> targets_;
};

}  // namespace pol::checking
