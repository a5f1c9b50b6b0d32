#pragma once

#include "pol/edit_distance.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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

}  // namespace detail

/// The known name that somebody who sent a request probably meant; empty if none is near.
[[nodiscard]] inline std::string_view closest_name(std::string_view misspelt,
                                                   const std::vector<std::string_view>& known) {
    if (misspelt.size() > detail::longest_compared) return {};
    const std::string wanted = detail::folded(misspelt);
    std::string_view best;
    std::size_t least = misspelt.size() / 3 + 1;
    for (const std::string_view name : known) {
        if (name.size() > detail::longest_compared) continue;
        const std::size_t apart = edit_distance(wanted, detail::folded(name));
        if (apart < least) {
            least = apart;
            best = name;
        }
    }
    return best;
}

/// The same as the end of a sentence: `; did you mean …?`, or nothing.
[[nodiscard]] inline std::string closest_name_hint(std::string_view misspelt,
                                                   const std::vector<std::string_view>& known) {
    const std::string_view meant = closest_name(misspelt, known);
    return meant.empty() ? std::string() : "; did you mean `" + std::string(meant) + "`?";
}

}  // namespace pol
