#pragma once

#include "compiler/analyze/groupings.hpp"
#include "compiler/diagnostics/sink.hpp"

#include <string>
#include <vector>

namespace pol::analysis {

/// One subject as it could also be meant, everything else alike: an item asked of some members only, or of all.
struct Variant {
    /// `MMC.6 as `if tracheostomy is yes then …``
    std::string name;
    std::size_t subject = 0;
    Subject instead;
};

/// A place whose words allow more than one reading: what it asks, how that is put together, and how else it could be.
struct Ambiguity {
    /// `AND and OR of MMC.1 to MMC.7`
    std::string name;
    interpretation::Route route;
    std::vector<Subject> subjects;
    Grouping written;
    std::vector<NamedGrouping> readings;
    std::vector<Variant> variants;
    /// The policy's readings of this place: where there is one the author has said it.
    std::vector<const model::Reading*> said;
    /// What is found where there is none: its code, place, first words and hint.
    FindingCode code = FindingCode::printed_grouping;
    Span span;
    std::string complaint;
    std::string hint;
};

/// Compares the readings over all members: a warning where a plausible one decides a member otherwise and no reading
/// says what is meant. The lines tell counts and members, whether or not there is a reading; they may be none where
/// all readings come to the same.
[[nodiscard]] std::vector<std::string> judge(const PreparedPolicy& prepared, const Ambiguity& ambiguity, Sink& sink);

}  // namespace pol::analysis
