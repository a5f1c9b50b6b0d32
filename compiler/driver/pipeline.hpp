#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "compiler/driver/load.hpp"
#include "compiler/model/policy.hpp"
#include "compiler/source/source_map.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pol {

/// One run of the compiler: what was read, and what was found.
struct Run {
    SourceMap sources;
    Sink sink;
    Loader loader;

    explicit Run(std::vector<std::string> import_dirs) : loader(std::move(import_dirs), sources, sink) {}
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
};

/// The whole front half of the compiler: read, parse, import, check, lower, prove that its determinations agree.
/// Nothing if a finding is an error.
[[nodiscard]] std::optional<model::Policy> build_model(Run& run, const std::string& path);

/// The same for any kind of file; for a plan or facts file there is no model, only findings.
struct CheckedFile {
    /// Number of the file in the run's sources.
    std::uint32_t file = 0;
    bool sound = false;
    std::optional<model::Policy> policy;
};
[[nodiscard]] CheckedFile check_any_file(Run& run, const std::string& path);

/// Says that a file does not declare a policy, where one is needed.
void report_no_policy(Run& run, std::uint32_t file);

}  // namespace pol
