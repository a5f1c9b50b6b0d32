#pragma once

#include "compiler/advise/possible_answers.hpp"

#include <string>
#include <vector>

namespace pol::advise {

/// How a fact of a denied request can come to be otherwise, told by what the model knows of it: a fact that is missing
/// or is not documented can be supplied, a measurement can be taken anew, a list can go on, the request can come later.
/// What is documented would have to be otherwise; what the plan or the request itself says, a birth and days gone by
/// stay as they are.
enum class Means { supply, measure_anew, add_entry, later, otherwise, fixed };
[[nodiscard]] Means means_of(const model::Policy& policy, const RequestRecord& request, model::FactIndex fact);

/// The fewest facts that would have to be otherwise, and what is decided then.
struct Way {
    std::vector<Change> changes;
    DecisionRecord decision;
};

/// A clause that denies, and the facts it was told by.
struct Reason {
    model::ClauseIndex clause = 0;
    std::vector<model::FactIndex> facts;
};

struct DenialAdvice {
    std::vector<Reason> reasons;
    /// By what can still be supplied, measured, added or waited for; none of these needs anything else.
    std::vector<Way> open;
    /// Those that need something documented to be otherwise.
    std::vector<Way> closed;
    /// Facts of the denial that cannot change.
    std::vector<model::FactIndex> fixed;
};

/// What would turn a denial into an approval or, where nothing does, into anything but a denial. Every way was decided
/// by the interpreter.
[[nodiscard]] DenialAdvice advise_on_denial(const model::Policy& policy, const RequestRecord& request,
                                            const DecisionRecord& decision);

}  // namespace pol::advise
