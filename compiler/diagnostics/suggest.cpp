#include "compiler/diagnostics/suggest.hpp"

#include "pol/closest_name.hpp"

namespace pol {

std::string closest(std::string_view misspelt, const std::vector<std::string>& known) {
    return std::string(closest_name(misspelt, known));
}

std::string did_you_mean(std::string_view misspelt, const std::vector<std::string>& known) {
    const std::string meant = closest(misspelt, known);
    return meant.empty() ? std::string() : "did you mean `" + meant + "`?";
}

}  // namespace pol
