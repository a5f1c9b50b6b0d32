#pragma once

#include "compiler/compare/texts.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// What a request of one text can state that one of the other cannot, in sentences: facts, values, lines of business,
/// units and bounds that are new, gone or called otherwise.
[[nodiscard]] std::vector<std::string> changes_of_what_is_stated(const Texts& texts, const model::Policy& older,
                                                                 const model::Policy& newer);

}  // namespace pol::comparison
