#include "compiler/ast/comments.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>

namespace pol::ast {
namespace {

/// Places of the source and the lines their words went to, in the order of the source.
std::map<std::uint32_t, std::size_t> lines_by_anchor(const std::vector<Line>& lines) {
    std::map<std::uint32_t, std::size_t> result;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const std::uint32_t anchor : lines[i].anchors) result.emplace(anchor, i);
    return result;
}

/// Of several comments that would end one line the last stays there; the others go above it.
void put_beside(PlacedComments& placed, std::size_t line, const Comment& comment) {
    if (placed.beside[line]) placed.above[line].push_back(*placed.beside[line]);
    placed.beside[line] = comment;
}

}  // namespace

PlacedComments place_comments(const std::vector<Comment>& comments, const std::vector<Line>& lines) {
    PlacedComments placed{.above = std::vector<std::vector<Comment>>(lines.size()),
                          .beside = std::vector<std::optional<Comment>>(lines.size()),
                          .below_all = {}};
    const std::map<std::uint32_t, std::size_t> anchors = lines_by_anchor(lines);
    for (const Comment& comment : comments) {
        const auto next = anchors.upper_bound(comment.span.begin);
        if (!comment.own_line && next != anchors.begin())
            put_beside(placed, std::prev(next)->second, comment);
        else if (next != anchors.end())
            placed.above[next->second].push_back(comment);
        else
            placed.below_all.push_back(comment);
    }
    const auto earlier = [](const Comment& left, const Comment& right) { return left.span.begin < right.span.begin; };
    for (std::vector<Comment>& above : placed.above) std::sort(above.begin(), above.end(), earlier);
    return placed;
}

}  // namespace pol::ast
