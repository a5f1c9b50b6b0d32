#include "compiler/model/line.hpp"

#include <algorithm>

namespace pol::model {

std::vector<DeterminationIndex> determinations_of_line(const Policy& policy, std::size_t line) {
    std::vector<DeterminationIndex> found;
    if (!policy.lines[line].section) return found;
    for (const DeterminationIndex index : policy.sections[*policy.lines[line].section].determinations)
        if (policy.determinations[index].lines[line]) found.push_back(index);
    std::sort(found.begin(), found.end(), [&](DeterminationIndex left, DeterminationIndex right) {
        return policy.determinations[left].clause < policy.determinations[right].clause;
    });
    return found;
}

}  // namespace pol::model
