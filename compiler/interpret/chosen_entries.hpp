#pragma once

#include "compiler/interpret/answers.hpp"

#include <optional>
#include <vector>

namespace pol::interpretation {

/// The entries that may turn out to be the latest, or the first (docs/language.md, Lists), in their order: the answers
/// of the request with each of them in place. `is_sure` says that there is one, whichever it is.
struct Candidates {
    std::vector<Answers> entries;
    bool is_sure = false;
};
[[nodiscard]] Candidates candidates_for(const model::ChosenEntry& chosen, const Answers& answers);

/// Whether the value of the field is told for all of them, and the same.
[[nodiscard]] bool agree(const model::ChosenEntry& chosen, const Candidates& candidates);
/// Whether two of them surely count, on the same day, and tell different values: nothing else can decide between them.
[[nodiscard]] bool contradict(const model::ChosenEntry& chosen, const Candidates& candidates);

/// The number of the field, or the place of its value; known where it is the same whichever entry is chosen.
[[nodiscard]] std::optional<Number> value_of(const model::ValueOfEntry& value, const Answers& answers);

/// The days that a date of the entry may be: any day where there may be no such entry.
[[nodiscard]] DateRange days_of(const model::ChosenEntry& chosen, const Answers& answers);

}  // namespace pol::interpretation
