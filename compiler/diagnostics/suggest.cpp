#include "compiler/diagnostics/suggest.hpp"

#include "pol/edit_distance.hpp"

#include <algorithm>
#include <cstddef>

namespace pol {
std::string closest(std::string_view misspelt, const std::vector<std::string>& known) {
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, misspelt.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const std::size_t distance = edit_distance(misspelt, candidate);
        if (distance == 0) return {};
        if (distance >= best_distance || distance >= candidate.size()) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

std::string did_you_mean(std::string_view misspelt, const std::vector<std::string>& known) {
    const std::string meant = closest(misspelt, known);
    return meant.empty() ? std::string() : "did you mean `" + meant + "`?";
}

}  // namespace pol
