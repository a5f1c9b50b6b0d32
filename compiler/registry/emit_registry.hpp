#pragma once

#include "compiler/registry/text_summary.hpp"

#include <string>
#include <vector>

namespace pol::registry {

struct RegistryOptions {
    /// A C++ identifier: the function is called by it, and so are the files.
    std::string name;
    /// Namespace around the function, `plan::drugs`, or empty.
    std::string enclosing_namespace;
};

struct GeneratedRegistry {
    std::string header;
    std::string source;
};

/// The registry of texts whose series are sound. Depends on nothing but these and the options, not on their order: same
/// texts, same bytes.
[[nodiscard]] GeneratedRegistry emit_registry(std::vector<TextSummary> texts, const RegistryOptions& options);

/// Its C functions over Arrow arrays: `NAME_arrow.h` and `NAME_arrow.cpp`, for texts that were compiled with theirs.
[[nodiscard]] GeneratedRegistry emit_registry_arrow(std::vector<TextSummary> texts, const RegistryOptions& options);

}  // namespace pol::registry
