#include "compiler/interpret/words.hpp"

#include "pol/words.hpp"

#include <fmt/format.h>

namespace pol {

std::string words_for(const model::Target& target) {
    return fmt::format("{} {}", words_of(target.kind), target.number);
}

std::string words_for(const model::Policy& policy, const model::Verdict& verdict) {
    std::string words(words_of(verdict.outcome));
    if (verdict.target != no_index) words += " to " + words_for(policy.targets[verdict.target]);
    return words;
}

std::string words_for(const model::Policy& policy, const Result& result) {
    return words_for(policy, model::Verdict{.outcome = result.outcome, .target = result.target}) +
           (result.open ? " open" : "");
}

std::string words_for(const model::Policy& policy, const std::vector<model::ClauseIndex>& clauses) {
    std::string words;
    for (const model::ClauseIndex clause : clauses) words += (words.empty() ? "" : ", ") + policy.clauses[clause].id;
    return words.empty() ? "no clause" : words;
}

}  // namespace pol
