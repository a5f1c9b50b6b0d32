#include "compiler/interpret/words.hpp"

#include "pol/words.hpp"

#include <fmt/format.h>

namespace pol {

std::string words_for(Date date) {
    const CivilDate civil = to_civil(date);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string words_for(const model::Target& target) {
    return fmt::format("{} {}", words_of(target.kind), target.number);
}

std::string words_for(const model::Policy& policy, const Result& result) {
    std::string words(words_of(result.outcome));
    if (result.open) words += " open";
    if (result.target != no_index) words += " to " + words_for(policy.targets[result.target]);
    return words;
}

std::string words_for(const model::Policy& policy, const std::vector<model::ClauseIndex>& clauses) {
    std::string words;
    for (const model::ClauseIndex clause : clauses) words += (words.empty() ? "" : ", ") + policy.clauses[clause].id;
    return words.empty() ? "no clause" : words;
}

}  // namespace pol
