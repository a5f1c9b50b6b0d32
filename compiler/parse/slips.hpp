#pragma once

#include "compiler/diagnostics/finding.hpp"
#include "compiler/parse/reader.hpp"
#include "compiler/parse/syntax.hpp"

namespace pol::parse_detail {

/// Says to an author what is wrong at a slip and how to go on.
[[nodiscard]] Finding finding_of(const Slipped& slipped, const Source& source);

/// The slips without those that only follow from an earlier one. `spoilt` are places already reported for their
/// characters: nothing more is said about their lines.
[[nodiscard]] std::vector<Slipped> without_followers(const ReadText& read, std::string_view text,
                                                     const std::vector<Finding>& spoilt);

}  // namespace pol::parse_detail
