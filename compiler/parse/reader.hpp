#pragma once

#include "compiler/parse/syntax.hpp"
#include "grammar/slips.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pol::parse_detail {

/// One place where what must follow does not.
struct Slipped {
    grammar::Expected expected;
    /// Where reading stood, at most some blanks before the word that does not fit.
    std::uint32_t at = 0;
    /// Where the line or block was begun that reading then gave up, and the innermost block still open there.
    std::optional<std::uint32_t> opened;
    /// More groups inside one another than a reader can follow.
    bool too_deep = false;
};

/// What reading a text left: the tree, if all of it could be read, with the nodes below it, or the slips.
/// `block_begins` are the offsets at which lines open a block of the file; made only if there are slips.
struct ReadText {
    std::optional<Node> tree;
    Nodes nodes;
    std::vector<Slipped> slips;
    std::vector<std::uint32_t> block_begins;
};

/// Reads a text by the grammar. The text must be no longer than max_file_bytes; it may hold any bytes.
[[nodiscard]] ReadText read_text(std::string_view text, std::uint32_t file);

}  // namespace pol::parse_detail
