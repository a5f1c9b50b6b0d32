#include "compiler/coverage/change.hpp"

namespace pol::coverage {

namespace {

/// The second wording without what both say of their subject: `at least 19 years`.
std::string shortened(const std::string& before, const std::string& after) {
    const std::size_t verb = before.find(" is ");
    if (verb == std::string::npos || after.compare(0, verb + 4, before, 0, verb + 4) != 0) return after;
    constexpr const char* one_test[] = {" and ", " or ", " unless ", ", "};
    for (const char* joint : one_test)
        if (before.find(joint) != std::string::npos) return after;
    return after.substr(verb + 1);
}

}  // namespace

void Changer::at_clause(model::ClauseIndex clause) {
    const model::Clause& named = policy_.clauses[clause];
    place_ = {.name = named.id, .line = named.line, .clause = clause};
}

void Changer::visit(const std::string& before, const std::string& after) {
    if (before == after) return;
    visit_({.place = place_, .before = before, .after = shortened(before, after), .reach = reach_});
}

}  // namespace pol::coverage
