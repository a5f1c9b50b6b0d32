#pragma once

#include "compiler/registry/text_summary.hpp"
#include "pol/registry.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pol::registry {

/// `count` listings from `first` on, and what they are listed under.
template <class Key>
struct ListedUnder {
    Key what;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// A code in normal form, and as a policy writes it.
struct WrittenCode {
    Code code;
    std::string written;
};

/// The tables of a registry but for its texts: listings first of the texts themselves, by number, then of codes.
struct Listings {
    std::vector<ListedUnder<std::string>> numbers;
    std::vector<ListedUnder<WrittenCode>> codes;
    std::vector<Listing> listings;
};

/// Of texts in the order of the registry.
[[nodiscard]] Listings listings_of(const std::vector<TextSummary>& texts);

/// By text: the days for which it gives the answer (RegisteredText::answers). Of texts in the order of the registry
/// whose series are sound.
[[nodiscard]] std::vector<DateRange> days_answered(const std::vector<TextSummary>& texts);

}  // namespace pol::registry
