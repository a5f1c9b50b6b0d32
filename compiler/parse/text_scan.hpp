#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/diagnostics/finding.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pol::parse_detail {

/// What a look at the bytes of a text gives, before the grammar reads it.
struct ScannedText {
    std::vector<ast::Comment> comments;
    /// Bytes that are no UTF-8, control characters, signs that only look like those of the language. At most one a
    /// line.
    std::vector<Finding> findings;
};

[[nodiscard]] ScannedText scan_text(std::string_view text, std::uint32_t file);

}  // namespace pol::parse_detail
