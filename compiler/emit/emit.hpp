#pragma once

#include "compiler/model/policy.hpp"

#include <string>

namespace pol {

struct EmitOptions {
    /// Namespace around the policy's own, `plan::drugs`, or empty.
    std::string enclosing_namespace;
    /// Base name of the outputs, the `.pol` file's name without its ending.
    std::string base_name;
};

struct GeneratedCode {
    std::string header;
    std::string source;
};

/// The C++ evaluator of a policy. Depends on nothing but the model and the options: same input, same bytes.
[[nodiscard]] GeneratedCode emit(const model::Policy& policy, const EmitOptions& options);

}  // namespace pol
