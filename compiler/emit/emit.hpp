#pragma once

#include "compiler/model/policy.hpp"

#include <string>
#include <string_view>
#include <vector>

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
    /// The namespace of all of it, with the one around it.
    std::string space;
};

/// Whether a text can stand as a namespace in C++: names joined by `::`, none of them a keyword.
[[nodiscard]] bool is_namespace(std::string_view text);

/// The C++ evaluator of a policy. Depends on nothing but the model and the options: same input, same bytes.
[[nodiscard]] GeneratedCode emit(const model::Policy& policy, const EmitOptions& options);

/// The facts that have more values than a column of a batch can hold (`batch::most_cell_values`).
[[nodiscard]] std::vector<model::FactIndex> unfit_for_batch(const model::Policy& policy);

/// The evaluator of many requests at once, which decides as that one does and includes its header (docs/batch.md).
[[nodiscard]] GeneratedCode emit_batch(const model::Policy& policy, const EmitOptions& options);
/// Its C functions over Arrow arrays, with a header for C.
[[nodiscard]] GeneratedCode emit_arrow(const model::Policy& policy, const EmitOptions& options);

}  // namespace pol
