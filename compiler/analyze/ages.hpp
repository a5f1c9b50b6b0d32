#pragma once

#include "compiler/analyze/space.hpp"

#include <optional>
#include <string>

namespace pol::analysis {

/// The one age, in completed years or months, at which something that asks for nothing else holds, or fails.
struct OneAge {
    bool holds = true;
    std::string words;
};
/// Of members younger than `under`. Nothing where it holds and fails at several ages, or where other facts count.
[[nodiscard]] std::optional<OneAge> only_age(const Space& space, const Subject& subject,
                                             const model::LineOfBusiness::Age& under);

}  // namespace pol::analysis
