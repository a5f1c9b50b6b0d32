#pragma once

#include "compiler/ast/file.hpp"

#include <optional>
#include <vector>

namespace pol::ast {

/// A policy with everything it imports, each file parsed. Checks need all of it; `plan` is absent only while an
/// import failed and its finding stands.
struct Program {
    File policy;
    std::optional<File> plan;
    std::vector<File> facts;
};

[[nodiscard]] inline const Policy& policy_of(const Program& program) {
    return std::get<Policy>(program.policy.declared);
}
[[nodiscard]] inline const Plan& plan_of(const Program& program) { return std::get<Plan>(program.plan->declared); }

}  // namespace pol::ast
