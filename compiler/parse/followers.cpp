#include "compiler/diagnostics/suggest.hpp"
#include "compiler/parse/lines.hpp"
#include "compiler/parse/slips.hpp"

#include <algorithm>

namespace pol::parse_detail {
namespace {

using grammar::Slip;

bool is_closing(Slip slip) { return slip == Slip::group_end || slip == Slip::block_end; }
bool is_about_blocks(Slip slip) { return is_closing(slip) || slip == Slip::outside; }

/// Which block of the file a slip is in. A block left open is found where the next one begins, but is its own.
std::size_t block_of(const Slipped& slip, const std::vector<std::uint32_t>& block_begins) {
    const auto next = is_closing(slip.expected.slip) ? std::ranges::lower_bound(block_begins, slip.at)
                                                     : std::ranges::upper_bound(block_begins, slip.at);
    return static_cast<std::size_t>(next - block_begins.begin());
}

/// Whether a line that could not be read may have opened or closed something, so that the rest of its block is
/// counted wrongly.
bool unsettles_block(const Slipped& slip, std::string_view text) {
    if (is_about_blocks(slip.expected.slip) || slip.too_deep) return true;
    const std::vector<std::string> words = words_of_line(text, slip.at);
    if (words.empty()) return false;
    return was_meant_to_open(words) || !closest(words.front(), {"end", "because"}).empty();
}

bool shares_line(const Slipped& slip, std::string_view text, const std::vector<Finding>& spoilt) {
    const std::uint32_t begin = line_begin(text, slip.at);
    const std::uint32_t end = line_end(text, slip.at);
    return std::ranges::any_of(
        spoilt, [&](const Finding& finding) { return finding.span.begin >= begin && finding.span.begin <= end; });
}

}  // namespace

std::vector<Slipped> without_followers(const ReadText& read, std::string_view text,
                                       const std::vector<Finding>& spoilt) {
    std::vector<Slipped> kept;
    std::vector<bool> unsettled(read.block_begins.size() + 1, false);
    for (const Slipped& slip : read.slips) {
        const std::size_t block = block_of(slip, read.block_begins);
        const bool follows = unsettled[block] && is_about_blocks(slip.expected.slip);
        const bool spoilt_line = shares_line(slip, text, spoilt);
        if (unsettles_block(slip, text)) unsettled[block] = true;
        if (!follows && !spoilt_line) kept.push_back(slip);
    }
    return kept;
}

}  // namespace pol::parse_detail
