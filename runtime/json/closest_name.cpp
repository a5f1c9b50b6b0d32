#include "runtime/json/closest_name.hpp"

#include <algorithm>
#include <cstddef>

namespace pol::json {

namespace {

constexpr std::size_t longest_compared = 64;

[[nodiscard]] char folded(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c == ' ' || c == '-' ? '_' : c;
}

/// Insertions, deletions and replacements between two names; case and the kind of word separator do not count.
[[nodiscard]] std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const std::size_t replaced = diagonal + (folded(left[i - 1]) == folded(right[j - 1]) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view closest_name(std::string_view misspelt, const std::vector<std::string_view>& known) {
    if (misspelt.size() > longest_compared) return {};
    std::string_view best;
    std::size_t least = misspelt.size() / 3 + 1;
    for (const std::string_view name : known) {
        if (name.size() > longest_compared) continue;
        const std::size_t apart = distance(misspelt, name);
        if (apart < least) {
            least = apart;
            best = name;
        }
    }
    return best;
}

}  // namespace pol::json
