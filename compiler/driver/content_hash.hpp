#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/source/source_map.hpp"

#include <string>
#include <string_view>

namespace pol {

/// SHA-256 of bytes, as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// What a policy was read from, as 64 hexadecimal digits: the bytes and names of its file, its plan and its facts files
/// in the order in which the policy names them; their folders do not count. Whoever doubts it computes the same with
/// `sha256sum POLICY.pol PLAN.pol FACTS.pol… | sha256sum` beside the files.
[[nodiscard]] std::string content_hash(const ast::Program& program, const SourceMap& sources);

}  // namespace pol
