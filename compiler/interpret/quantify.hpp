#pragma once

#include "compiler/model/condition.hpp"
#include "pol/truth.hpp"

#include <cstddef>

namespace pol::interpretation {

/// How the members of a group came out, as far as quantifiers care.
struct Tally {
    int members = 0;
    int sure = 0;
    int possible = 0;

    void add(Truth member) {
        ++members;
        if (member == Truth::yes) ++sure;
        if (member != Truth::no) ++possible;
    }
};

/// At least `wanted` members hold: enough sure ones is yes, too few still possible is no.
[[nodiscard]] inline Truth at_least(int wanted, const Tally& tally) {
    if (tally.sure >= wanted) return Truth::yes;
    return tally.possible < wanted ? Truth::no : Truth::unknown;
}

/// Whether a member counts against its group: every one in `none of`, the exception in `unless`, the premise in
/// `if … then`.
[[nodiscard]] constexpr bool is_negated(model::Quantifier quantifier, std::size_t member) {
    return quantifier == model::Quantifier::none_of || (quantifier == model::Quantifier::unless && member == 1) ||
           (quantifier == model::Quantifier::if_then && member == 0);
}

/// Truth of a group of conditions or requirements by strong Kleene logic; `truth_of` gives a member's.
template <class Group, class TruthOf>
[[nodiscard]] Truth truth_of_group(const Group& group, TruthOf truth_of) {
    Tally tally;
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        const Truth member = truth_of(group.members[i]);
        tally.add(is_negated(group.quantifier, i) ? negate(member) : member);
    }
    switch (group.quantifier) {
        case model::Quantifier::any_of:
        case model::Quantifier::if_then:
            return at_least(1, tally);
        case model::Quantifier::at_least:
            return at_least(group.count, tally);
        case model::Quantifier::all_of:
        case model::Quantifier::none_of:
        case model::Quantifier::unless:
            break;
    }
    return at_least(tally.members, tally);
}

}  // namespace pol::interpretation
