#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "compiler/source/source_map.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace pol {

/// Bounds beyond which a file is refused with a finding.
inline constexpr std::uint32_t max_file_bytes = 4U * 1024U * 1024U;
inline constexpr int max_nesting = 64;

/// Reads one file of the map into its tree. Reports every independent syntax error it finds; returns nothing if
/// there was one. Byte-order mark, CRLF, tabs and a missing final line end are accepted, text must be UTF-8.
[[nodiscard]] std::optional<ast::File> parse(const SourceMap& sources, std::uint32_t file, Sink& sink);

/// Whether a file can declare this name: not with capital letters or hyphens, nor where it is reserved.
[[nodiscard]] bool can_be_declared(const std::string& name);

}  // namespace pol
