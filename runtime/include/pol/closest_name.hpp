#pragma once

#include "pol/edit_distance.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace pol {

namespace detail {

inline constexpr std::size_t longest_compared = 64;

/// Case and the kind of word separator do not count.
[[nodiscard]] inline std::string folded(std::string_view name) {
    std::string plain(name);
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return plain;
}

/// A third of the letters and at least one may be wrong; of two none is another, as `g1` is no slip for `g4`. A short
/// word may lack two behind its first, as `chk` does.
[[nodiscard]] inline bool is_near(std::string_view wanted, std::string_view name, std::size_t apart) {
    if (apart >= name.size()) return false;
    if (wanted.size() < 3 && wanted.size() == name.size()) return apart == 0;
    if (apart <= std::max<std::size_t>(1, wanted.size() / 3)) return true;
    const bool only_lacks_letters = wanted.size() + apart == name.size();
    return only_lacks_letters && apart == 2 && wanted.size() > apart && wanted.front() == name.front();
}

}  // namespace detail

/// The known name that was probably meant by a misspelt one, the first of equals. Empty if none is near enough to be
/// meant, or if the name is known as it stands and so is not misspelt. For tools and for the faults of requests.
template <class Names>
[[nodiscard]] std::string_view closest_name(std::string_view misspelt, const Names& known) {
    if (misspelt.size() > detail::longest_compared) return {};
    const std::string wanted = detail::folded(misspelt);
    std::string_view closest;
    std::size_t least = detail::longest_compared;
    for (const std::string_view name : known) {
        if (name == misspelt) return {};
        if (name.size() > detail::longest_compared) continue;
        const std::string plain = detail::folded(name);
        const std::size_t apart = edit_distance(wanted, plain);
        if (apart >= least || !detail::is_near(wanted, plain, apart)) continue;
        closest = name;
        least = apart;
    }
    return closest;
}

/// The same as the end of a sentence: `; did you mean …?`, or nothing.
template <class Names>
[[nodiscard]] std::string closest_name_hint(std::string_view misspelt, const Names& known) {
    const std::string_view meant = closest_name(misspelt, known);
    return meant.empty() ? std::string() : "; did you mean `" + std::string(meant) + "`?";
}

}  // namespace pol
