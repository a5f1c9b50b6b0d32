#include "runtime/json/closest_name.hpp"

#include "pol/edit_distance.hpp"

#include <cstddef>
#include <string>

namespace pol::json {

namespace {

constexpr std::size_t longest_compared = 64;

/// Case and the kind of word separator do not count.
[[nodiscard]] std::string folded(std::string_view name) {
    std::string plain(name);
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '-') c = '_';
    }
    return plain;
}

}  // namespace

std::string_view closest_name(std::string_view misspelt, const std::vector<std::string_view>& known) {
    if (misspelt.size() > longest_compared) return {};
    const std::string wanted = folded(misspelt);
    std::string_view best;
    std::size_t least = misspelt.size() / 3 + 1;
    for (const std::string_view name : known) {
        if (name.size() > longest_compared) continue;
        const std::size_t apart = edit_distance(wanted, folded(name));
        if (apart < least) {
            least = apart;
            best = name;
        }
    }
    return best;
}

}  // namespace pol::json
