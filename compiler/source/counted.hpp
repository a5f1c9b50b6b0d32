#pragma once

#include <string>
#include <string_view>

namespace pol {

/// The noun behind a count: `clause` behind 1, `clauses` behind any other; `plural` where it is not made with an `s`.
template <class Count>
[[nodiscard]] std::string noun_for(Count count, std::string_view what, std::string_view plural = {}) {
    if (count == 1) return std::string(what);
    return plural.empty() ? std::string(what) + "s" : std::string(plural);
}

/// `1 clause`, `2 clauses`.
template <class Count>
[[nodiscard]] std::string counted(Count count, std::string_view what, std::string_view plural = {}) {
    return std::to_string(count) + " " + noun_for(count, what, plural);
}

}  // namespace pol
