#pragma once

#include "compiler/analyze/combinations.hpp"

#include <string>
#include <vector>

namespace pol::analysis {

/// How subjects are put together: a subject by its number, or a group of such.
struct Grouping {
    std::optional<std::size_t> subject;
    model::Quantifier quantifier = model::Quantifier::all_of;
    std::int32_t count = 0;
    std::vector<Grouping> members{};

    [[nodiscard]] bool holds(const std::vector<bool>& subjects) const;
};

[[nodiscard]] Grouping grouping_of(std::size_t subject);
[[nodiscard]] Grouping group_of(model::Quantifier quantifier, std::vector<Grouping> members);

/// A way to read what is written, by its name.
struct NamedGrouping {
    std::string name;
    Grouping grouping;
    /// Whether a text may well mean it. Others are counted, but ask for nothing.
    bool is_plausible = true;
};

/// How many combinations a reading takes, and of how many it says otherwise than what is written.
struct ReadingCount {
    std::uint64_t held = 0;
    std::uint64_t differing = 0;
};

struct Comparison {
    std::uint64_t written = 0;
    /// By reading.
    std::vector<ReadingCount> readings;
    /// Whether any plausible reading differs; then one combination of those on which most of these do, and among such
    /// the one of which most subjects hold.
    bool differs = false;
    std::uint64_t example = 0;
    /// By reading: whether it differs there.
    std::vector<bool> differs_there;
};

[[nodiscard]] Comparison compare(const Combinations& combinations, const Grouping& written,
                                 const std::vector<NamedGrouping>& readings);

}  // namespace pol::analysis
